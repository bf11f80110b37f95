import { basename } from 'node:path';
import { fileKind } from '../core/document/file-kind';
import { formatOf } from '../core/document/format-of';
import { lineIndex } from '../core/document/line-index';
import { readDocument } from '../core/document/read-document';
import { roleTokenVerdicts } from '../core/simulate/role-token-verdicts';
import { verdictSentence } from '../core/simulate/verdict-sentence';
import type { SimulateAnswer } from '../protocol/server-requests';
import type { Files } from './files';
import { pathOf } from './file-names';
import { relatedConnector } from './related-connector';

/** A verdict for each role of a template that Defender for Cloud assumes with a token. The text of an open document wins over the disk. */
export async function simulateForEditor(uri: string, files: Files): Promise<SimulateAnswer> {
  const path = pathOf(uri);
  if (!path) return refused(`${uri} is not a file on this machine. Save the template first.`);
  const text = await files.read(path);
  if (!text.ok) return refused(text.error.message);
  if (fileKind(path, text.value) !== 'template') return refused(`${basename(path)} is not a CloudFormation template. Open the template of a connector.`);
  const document = readDocument(text.value, formatOf(path, text.value));
  const lines = lineIndex(text.value);
  const roles = roleTokenVerdicts(document, await relatedConnector(path, files)).map((verdict) => {
    const { start, end } = verdict.span ?? verdict.place;
    const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
    return { role: verdict.role, outcome: verdict.outcome, sentence: verdictSentence(verdict), range };
  });
  if (roles.length === 0) return refused(`${basename(path)} has no role that Defender for Cloud assumes with a token.`);
  return { ok: true, roles };
}

const refused = (message: string): SimulateAnswer => ({ ok: false, message });
