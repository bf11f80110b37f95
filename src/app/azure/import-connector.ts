import type { AzurePorts } from '../azure-ports';
import type { Control } from '../control';
import { defaultArmApiVersion } from '../../core/generate/arm/api-versions';
import { fromArmBody, type ImportedConnector } from '../../core/import/from-arm-body';
import { sameId } from '../../core/azure/same-id';
import type { ConnectorKey } from '../../core/model/azure-connector';
import type { Connector } from '../../core/model/connector';
import { err, type Result } from '../../core/model/result';

export interface ImportRequest {
  readonly key: ConnectorKey;
  /** Empty where only the account's home is known. */
  readonly tenant: string;
  /** The connector's file as it is, if there is one. */
  readonly file?: Connector;
}

/** The connector file that says what Azure has. */
export async function importConnector(ports: AzurePorts, { key, tenant, file }: ImportRequest, { signal }: Control = {}): Promise<Result<ImportedConnector>> {
  const body = await ports.connectors.read(key, defaultArmApiVersion, signal);
  if (!body.ok) return body;
  if (body.value === null) {
    return err({ code: 'notFound', message: `Subscription ${key.subscription} has no connector ${key.name} in resource group ${key.resourceGroup}.`, action: 'List the connectors, and check the name.' });
  }
  const owner = tenant === '' ? await tenantOf(ports, key, signal) : tenant;
  return fromArmBody(body.value, { ...key, ...(owner === '' ? {} : { tenant: owner }), ...(file ? { file } : {}) });
}

/** Of its subscription, whose connector has just been read; empty where Azure does not say it. */
async function tenantOf({ directory }: AzurePorts, { subscription }: ConnectorKey, signal: AbortSignal | undefined): Promise<string> {
  const own = await directory.subscriptions(signal);
  return (own.ok ? own.value.find(({ id }) => sameId(id, subscription))?.tenant : undefined) ?? '';
}
