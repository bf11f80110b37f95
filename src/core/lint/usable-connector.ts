import { fileKind, type FileKind } from '../document/file-kind';
import { formatOf } from '../document/format-of';
import { readDocument } from '../document/read-document';
import { toConnector } from '../document/to-connector';
import type { Connector } from '../model/connector';
import { err, ok, type Result } from '../model/result';
import { lint } from './lint';

/** The connector that a file declares. One with errors says something else than it means, and is refused with the first of them. */
export function usableConnector(path: string, text: string): Result<Connector> {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const mistake = lint(text, path).find(({ severity }) => severity === 'error');
  const connector = toConnector(readDocument(text, formatOf(path, text)));
  if (connector && !mistake) return ok(connector);
  const other = others[fileKind(path, text) ?? 'connector'];
  if (other !== undefined || !mistake)
    return err({ code: 'invalidInput', message: `${name} is not a connector file${other === undefined ? '' : `: it is ${other}`}.`, action: 'Name a connector file (*.connector.yaml).' });
  return err({ code: 'invalidInput', message: `${name} has a mistake. ${mistake.message}`, action: 'Correct the connector file, then try again.' });
}

const others: Readonly<Partial<Record<FileKind, string>>> = { template: 'a CloudFormation template', arm: 'a connector as Azure has it' };
