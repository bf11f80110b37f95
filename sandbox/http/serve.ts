import { cloudFormationOperations } from '../cloudformation/operations/table';
import { iamOperations } from '../iam/operations';
import { nameS3Operation } from '../s3/name-operation';
import { serveS3 } from '../s3/serve-s3';
import { nameEksOperation, serveEks } from '../services/eks';
import { jsonAnswer, readJson } from '../services/json-service';
import { jsonServices } from '../services/json-services';
import { rdsOperations } from '../services/rds-operations';
import { ServiceError } from '../service-error';
import type { OperationTable } from '../service-request';
import { stsOperations } from '../sts/operations';
import type { Session, World } from '../world';
import { resultAnswer, type Answer } from './answer';
import { readQuery } from './query-input';
import type { SignedRequest } from './signature';

const queryServices: Readonly<Record<string, OperationTable>> = {
  cloudformation: cloudFormationOperations,
  iam: iamOperations,
  rds: rdsOperations,
  sts: stsOperations,
};

/** Service and operation of a request, such as `sts.GetCallerIdentity`, before it is checked. */
export function nameOperation(service: string | undefined, request: SignedRequest): string {
  if (service === undefined) return request.method === 'POST' ? 'unknown.Unsigned' : `s3.${nameS3Operation(request)}`;
  if (service === 's3') return `s3.${nameS3Operation(request)}`;
  if (service === 'eks') return `eks.${nameEksOperation(request)}`;
  if (service in jsonServices) return `${service}.${String(request.headers['x-amz-target'] ?? 'Unknown').split('.').at(-1) ?? ''}`;
  return `${service}.${new URLSearchParams(request.body.toString()).get('Action') ?? 'Unknown'}`;
}

export function serve(
  world: World,
  session: Session,
  name: string,
  region = 'us-east-1',
  request: SignedRequest,
): Answer {
  const [service = '', action = ''] = name.split('.', 2);
  const account = world.accounts.get(session.accountId);
  if (!account) throw new Error(`No account ${session.accountId} behind a known key.`);
  if (service === 's3') return serveS3({ world, account, session, region }, action, request);
  if (account.services.regionsNotEnabled.has(region)) throw unknownKey();
  if (service === 'eks') return jsonAnswer(serveEks({ account, region, request }, action), 'application/json');
  const jsonOperation = jsonServices[service]?.[action];
  if (jsonOperation) return jsonAnswer(jsonOperation({ account, region, input: readJson(request.body) }));
  const operation = queryServices[service]?.[action];
  if (!operation) {
    throw new ServiceError('InvalidAction', `The sandbox has no operation ${action} of the service ${service}.`);
  }
  const input = readQuery(request.body.toString());
  return resultAnswer(service, action, operation({ world, account, session, region, input }));
}

/** A region that an account has not enabled knows none of its keys. */
const unknownKey = () => new ServiceError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);
