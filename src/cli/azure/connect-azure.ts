import type { PortsOf } from '../../app/azure/list-subscriptions';
import type { Terminal } from '../terminal';

/** Azure with the credentials of the command line. Loaded here and not before. */
export async function connectAzure({ env }: Terminal): Promise<PortsOf> {
  const [{ createAzurePorts, endpointOf }, { commandLineTokens }] = await Promise.all([import('../../adapters/azure/index'), import('../../adapters/azure/tokens/index')]);
  const tokens = commandLineTokens(env);
  return (tenant = '') => createAzurePorts({ tenant, tokens, endpoint: endpointOf(env) });
}
