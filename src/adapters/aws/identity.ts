import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { IdentityPort } from '../../app/ports';
import type { AwsCall } from './aws-call';

export const identityPort = (call: AwsCall): IdentityPort => ({
  read: (signal) =>
    call({
      doing: 'read whose credentials these are',
      signal,
      async send({ sts }, options) {
        const { Account = '', Arn = '' } = await sts.send(new GetCallerIdentityCommand({}), options);
        return { accountId: Account, arn: Arn, partition: Arn.split(':')[1] ?? 'aws' };
      },
    }),
});
