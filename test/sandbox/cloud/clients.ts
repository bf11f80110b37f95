import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import type { Sandbox, SandboxAccount } from '../../../sandbox/start-sandbox';

export interface ClientOptions {
  readonly account?: string;
  readonly region?: string;
  readonly maxAttempts?: number;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
}

/** Real SDK clients of one account of the sandbox. */
export function clientsOf(sandbox: Sandbox, options: ClientOptions = {}) {
  const account = accountOf(sandbox, options.account ?? '123456789012');
  const config = {
    endpoint: sandbox.endpoint,
    // Or the machine's own AWS settings could send the calls elsewhere.
    ignoreConfiguredEndpointUrls: true,
    region: options.region ?? sandbox.region,
    maxAttempts: options.maxAttempts ?? 1,
    credentials: options.credentials ?? { accessKeyId: account.accessKeyId, secretAccessKey: account.secretAccessKey },
  };
  return {
    cloudFormation: new CloudFormationClient(config),
    iam: new IAMClient(config),
    s3: new S3Client(config),
    sts: new STSClient(config),
  };
}

function accountOf({ accounts }: Sandbox, id: string): SandboxAccount {
  const account = accounts.find((candidate) => candidate.id === id);
  if (!account) throw new Error(`The sandbox has no account ${id}.`);
  return account;
}
