import { formatOf } from '../../core/document/format-of';
import { readDocument } from '../../core/document/read-document';
import { toConnector } from '../../core/document/to-connector';
import { lint } from '../../core/lint/lint';
import { err, ok, type Result } from '../../core/model/result';
import type { VerificationRequest } from './verify-connector';

/** What is to be verified of a connector file; a file with errors says something else than it means. */
export function readRequest(path: string, text: string): Result<VerificationRequest> {
  const document = readDocument(text, formatOf(path, text));
  const [first] = lint(text, path).filter(({ severity }) => severity === 'error');
  const connector = toConnector(document);
  if (connector && !first) return ok({ connector, file: { fileName: path, document } });
  return err({
    code: 'invalidInput',
    message: `${path} is not a connector file without errors${first ? `: ${first.message}` : '.'}`,
    action: 'Put right what lint finds in it, then verify again.',
  });
}
