import type { DeploymentPorts } from '../../app/ports';
import { systemClock } from '../node/clock';
import { awsCall } from './aws-call';
import { problemsOf } from './aws-problem';
import { bucketsPort } from './buckets';
import { createClients, type AwsClients, type ClientOptions } from './clients';
import { authorizationPort } from './authorization';
import { driftPort } from './drift';
import { iamPort } from './iam';
import { identityPort } from './identity';
import { providersPort } from './providers';
import { stacksPort } from './stacks';

export type { ClientOptions as AwsOptions } from './clients';
export { environmentProfile, listProfiles } from './profiles';

/**
 * AWS for one profile and region. Make new ports to continue after credentials have expired:
 * clients keep the credentials that they have.
 */
export function createAwsPorts(options: ClientOptions): DeploymentPorts {
  let clients: Promise<AwsClients> | undefined;
  const call = awsCall(() => (clients ??= createClients(options)), problemsOf(options.profile, options.region));
  return {
    profile: options.profile,
    region: options.region,
    identity: identityPort(call, options.region),
    stacks: stacksPort(call),
    providers: providersPort(call),
    iam: iamPort(call),
    buckets: bucketsPort(call, options.region),
    drift: driftPort(call),
    authorization: authorizationPort(call),
    clock: systemClock,
  };
}
