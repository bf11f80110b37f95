import { basename } from 'node:path';
import { formatOf } from '../core/document/format-of';
import { readDocument } from '../core/document/read-document';
import { toConnector } from '../core/document/to-connector';
import { lint } from '../core/lint/lint';
import type { Connector } from '../core/model/connector';
import { err, ok, type Result } from '../core/model/result';
import { readInput } from './read-input';

/** The connector that a file declares, unless the file has errors. */
export async function readConnectorFile(path: string): Promise<Result<Connector>> {
  const text = await readInput(path);
  if (!text.ok) return text;
  const mistake = lint(text.value, path).find(({ severity }) => severity === 'error');
  const connector = mistake ? undefined : toConnector(readDocument(text.value, formatOf(path, text.value)));
  if (connector) return ok(connector);
  return err({
    code: 'invalidInput',
    message: mistake ? `${basename(path)} has a mistake. ${mistake.message}` : `${basename(path)} is not a connector file.`,
    action: 'Correct the connector file, then try again.',
  });
}
