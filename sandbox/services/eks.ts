import type { SignedRequest } from '../http/signature';
import { pageOf } from '../paging';
import { ServiceError } from '../service-error';
import type { AccountState } from '../world';
import type { SandboxCluster } from './account-services';

interface EksRequest {
  readonly account: AccountState;
  readonly region: string;
  readonly request: SignedRequest;
}

/** Operation of an EKS request, read from its method and path. */
export function nameEksOperation({ method, url }: Pick<SignedRequest, 'method' | 'url'>): string {
  const [path = ''] = url.split('?', 1);
  if (method !== 'GET') return 'Unknown';
  if (path === '/clusters') return 'ListClusters';
  return /^\/clusters\/[^/]+$/.test(path) ? 'DescribeCluster' : 'Unknown';
}

export function serveEks({ account, region, request: { url } }: EksRequest, operation: string): object {
  const { clusters } = account.services.region(region);
  const [path = '', query = ''] = url.split('?', 2);
  if (operation === 'ListClusters') {
    const wanted = new URLSearchParams(query);
    const { items, next } = pageOf(clusters, Number(wanted.get('maxResults') ?? 100), wanted.get('nextToken') ?? undefined, ({ name }) => name);
    return { clusters: items.map(({ name }) => name), nextToken: next ?? null };
  }
  if (operation !== 'DescribeCluster') throw new ServiceError('InvalidAction', 'The sandbox has no such operation of EKS.', 404);
  const name = decodeURIComponent(path.split('/')[2] ?? '');
  const found = clusters.find((cluster) => cluster.name === name);
  if (!found) throw new ServiceError('ResourceNotFoundException', `No cluster found for name: ${name}.`, 404);
  return { cluster: toCluster(found, { account, region }) };
}

/** A new cluster's settings where the seed says nothing: as EKS makes them today. */
function toCluster(cluster: SandboxCluster, { account, region }: Pick<EksRequest, 'account' | 'region'>) {
  const types = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];
  const { name, logTypes = [], publicEndpoint = true, publicCidrs = ['0.0.0.0/0'] } = cluster;
  return {
    name,
    arn: `arn:aws:eks:${region}:${account.id}:cluster/${name}`,
    createdAt: 1_780_000_000,
    version: cluster.version ?? '1.33',
    resourcesVpcConfig: { subnetIds: [], securityGroupIds: [], endpointPublicAccess: publicEndpoint, endpointPrivateAccess: true, publicAccessCidrs: publicCidrs },
    logging: {
      clusterLogging: [
        { types: types.filter((type) => logTypes.includes(type)), enabled: true },
        { types: types.filter((type) => !logTypes.includes(type)), enabled: false },
      ].filter((one) => one.types.length > 0),
    },
    status: 'ACTIVE',
    tags: cluster.tags ?? {},
    accessConfig: { authenticationMode: cluster.authenticationMode ?? 'API_AND_CONFIG_MAP' },
  };
}
