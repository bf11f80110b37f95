import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import type { Identity, IdentityPort } from '../../app/ports';
import type { AwsCall } from './aws-call';
import { Refusal } from './refusal';

export const identityPort = (call: AwsCall, region: string): IdentityPort => ({
  read: (signal) =>
    call({
      doing: 'read whose credentials these are',
      signal,
      async send({ sts, stsAtHome }, options) {
        try {
          return await readIdentity(sts, options);
        } catch (error) {
          // Where a region is not enabled, its STS knows no key of the account; one that is always enabled does.
          const atHome = isUnknownKey(error) && stsAtHome ? await readIdentity(stsAtHome, options).catch(() => undefined) : undefined;
          throw atHome ? new Refusal(notEnabled(region, atHome.accountId)) : error;
        }
      },
    }),
});

type Options = { readonly abortSignal?: AbortSignal };

async function readIdentity(sts: STSClient, options: Options): Promise<Identity> {
  const { Account = '', Arn = '' } = await sts.send(new GetCallerIdentityCommand({}), options);
  return { accountId: Account, arn: Arn, partition: Arn.split(':')[1] ?? 'aws' };
}

const isUnknownKey = (error: unknown): boolean =>
  error instanceof Error && ['InvalidClientTokenId', 'UnrecognizedClientException'].includes(error.name);

const notEnabled = (region: string, accountId: string) => ({
  code: 'invalidInput' as const,
  message: `Region ${region} does not accept credentials that another region accepts: it is not enabled in account ${accountId}.`,
  action: `Enable it in the account (aws account enable-region --region-name ${region}), which takes minutes to hours, or choose another region.`,
});
