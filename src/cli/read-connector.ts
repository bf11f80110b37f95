import { usableConnector } from '../core/lint/usable-connector';
import type { Connector } from '../core/model/connector';
import type { Result } from '../core/model/result';
import { readInput } from './read-input';

/** The connector that a file declares, unless the file has errors. */
export async function readConnectorFile(path: string): Promise<Result<Connector>> {
  const text = await readInput(path);
  return text.ok ? usableConnector(path, text.value) : text;
}
