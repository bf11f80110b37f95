import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import type { Identity, IdentityPort } from '../../app/ports';
import type { AwsCall } from './aws-call';

export const identityPort = (call: AwsCall): IdentityPort => ({
  read: (signal) => call({ doing, signal, send: ({ sts }, options) => readIdentity(sts, options) }),
  readAtHome: (signal) => call({ doing, signal, send: async ({ stsAtHome }, options) => stsAtHome && readIdentity(stsAtHome, options) }),
});

const doing = 'read whose credentials these are';

async function readIdentity(sts: STSClient, options: { readonly abortSignal?: AbortSignal }): Promise<Identity> {
  const { Account = '', Arn = '' } = await sts.send(new GetCallerIdentityCommand({}), options);
  return { accountId: Account, arn: Arn, partition: Arn.split(':')[1] ?? 'aws' };
}
