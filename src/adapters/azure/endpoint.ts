/** Azure Resource Manager of the public cloud: Defender's AWS connector is in no other. */
export const publicEndpoint = 'https://management.azure.com';

/** What tokens for it are asked for. */
export const publicScope = `${publicEndpoint}/.default`;

/**
 * The endpoint, or a stand-in on this very machine that the variable names. Any other address is ignored:
 * a token is worth stealing, so nothing but this machine may stand in for Azure.
 */
export function endpointOf(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['DEFENDER_CONNECTORS_ARM_ENDPOINT'];
  return named !== undefined && isLoopback(named) ? named.replace(/\/+$/, '') : publicEndpoint;
}

export function isLoopback(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url !== undefined && url.username === '' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}
