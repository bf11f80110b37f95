import { connectorKeyOf } from '../../core/azure/connector-id';
import { keyOf } from '../../app/azure/plan-connector';
import type { ConnectorKey } from '../../core/model/azure-connector';
import type { Connector } from '../../core/model/connector';
import { ok, type Result } from '../../core/model/result';
import { readConnectorFile } from '../read-connector';
import type { Terminal } from '../terminal';

export interface ConnectorTarget {
  readonly key: ConnectorKey;
  /** Empty for the account's home. */
  readonly tenant: string;
  readonly file: Connector | undefined;
}

/** What a command is about: an id of Azure's, or a connector file that says where its connector is. */
export async function connectorTarget(argument: string, tenant: string | undefined, { env }: Terminal): Promise<Result<ConnectorTarget>> {
  const key = argument.toLowerCase().startsWith('/subscriptions/') ? connectorKeyOf(argument) : undefined;
  if (key) return ok({ key, tenant: tenant ?? env['AZURE_TENANT_ID'] ?? '', file: undefined });
  const file = await readConnectorFile(argument);
  return file.ok ? ok({ key: keyOf(file.value), tenant: tenant ?? file.value.azure.tenant, file: file.value }) : file;
}
