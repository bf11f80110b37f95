import { formatOf } from '../../core/document/format-of';
import { readDocument } from '../../core/document/read-document';
import { usableConnector } from '../../core/lint/usable-connector';
import { ok, type Result } from '../../core/model/result';
import type { VerificationRequest } from './verify-connector';

/** What is to be verified of a connector file. */
export function readRequest(path: string, text: string): Result<VerificationRequest> {
  const connector = usableConnector(path, text);
  return connector.ok ? ok({ connector: connector.value, file: { fileName: path, document: readDocument(text, formatOf(path, text)) } }) : connector;
}
