import { dirname, relative, resolve } from 'node:path';
import { resourceLine } from '../core/plan/resource-line';
import { readConnectorFile } from './read-connector';
import { readInput } from './read-input';

/** "template.json:120", where a resource stands in the template file that the connector names; null where it names none, or not this resource. */
export async function placeInTemplate(connectorFile: string | null, logicalId: string): Promise<string | null> {
  if (connectorFile === null) return null;
  const connector = await readConnectorFile(connectorFile);
  if (!connector.ok || connector.value.deployment.template === undefined) return null;
  const path = resolve(dirname(connectorFile), connector.value.deployment.template);
  const text = await readInput(path);
  const line = text.ok ? resourceLine(path, text.value, logicalId) : null;
  return line === null ? null : `${relative(process.cwd(), path)}:${line}`;
}
