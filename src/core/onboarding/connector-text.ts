import { editConnector } from '../document/edit-connector';
import { formatOf } from '../document/format-of';
import type { Answers } from './answers';

export interface AnsweredFile {
  /** What stands there now; empty for a new file. */
  readonly text: string;
  readonly fileName: string;
  /** What it said when the wizard opened it; null for a new file. */
  readonly before: Answers | null;
  readonly answers: Answers;
}

/** The connector file as it would be written. */
export const connectorText = ({ text, fileName, before, answers }: AnsweredFile): string =>
  editConnector(text, formatOf(fileName, text), { before: before ?? {}, after: answers });
