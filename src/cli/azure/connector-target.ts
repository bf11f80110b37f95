import { connectorKeyOf } from '../../core/azure/connector-id';
import { keyOf } from '../../app/azure/plan-connector';
import type { ConnectorKey } from '../../core/model/azure-connector';
import type { Connector } from '../../core/model/connector';
import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';
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
  const key = looksLikeId(argument) ? connectorKeyOf(argument) : undefined;
  if (key) return ok({ key, tenant: tenant ?? env['AZURE_TENANT_ID'] ?? '', file: undefined });
  if (looksLikeId(argument)) return err(noConnectorId(argument));
  const file = await readConnectorFile(argument);
  return file.ok ? ok({ key: keyOf(file.value), tenant: tenant ?? file.value.azure.tenant, file: file.value }) : file;
}

const looksLikeId = (argument: string): boolean => /^\/subscriptions\//i.test(argument);

const noConnectorId = (argument: string): Problem => ({
  code: 'invalidInput',
  message: `${argument} is not the id of a connector.`,
  action: 'Take one that "azure list" prints: /subscriptions/…/resourceGroups/…/providers/Microsoft.Security/securityConnectors/….',
});
