import type { AzureWorld } from './azure/azure-world';
import type { Clock } from './clock';
import type { Stack } from './cloudformation/stacks/stack';
import type { FaultBook } from './faults';
import { createIamStore, type IamStore } from './iam/iam-store';
import type { Answer } from './http/answer';
import type { SignedRequest } from './http/signature';
import type { Bucket } from './s3/bucket';
import type { SandboxAccount } from './sandbox-account';
import type { JsonObject } from './json';
import { type AccountServices, createAccountServices } from './services/account-services';

/** Everything the sandbox holds. One per server; nothing is shared between two. */
export interface World {
  readonly accounts: ReadonlyMap<string, AccountState>;
  /** Who an access key speaks for: the accounts' own keys and those of assumed roles. */
  readonly sessions: Map<string, Session>;
  /** Bucket names are unique across accounts. */
  readonly buckets: Map<string, Bucket>;
  readonly azure: AzureWorld;
  readonly clock: Clock;
  readonly faults: FaultBook;
  /** Sees each request and its true answer, for checks from outside. */
  readonly observe?: (request: SignedRequest, answer: Answer) => void;
  /** Rows in one answer of a list operation. */
  readonly pageSize: number;
  /** Where the server listens; known once it does. */
  endpoint: string;
}

export interface AccountState {
  readonly id: string;
  readonly alias: string | undefined;
  readonly iam: IamStore;
  readonly stacks: Stack[];
  readonly services: AccountServices;
  /** Resources kept as data only (queues, functions, documents), by ARN or address. */
  readonly others: Map<string, StoredResource>;
  /** What a client request token has already been answered, by region and token. */
  readonly answeredTokens: Map<string, AnsweredToken>;
  /** Regions that the account has not enabled: they know none of its keys. */
  readonly disabledRegions: Set<string>;
}

export interface StoredResource {
  readonly type: string;
  readonly region: string;
  properties: JsonObject;
}

export interface AnsweredToken {
  readonly fingerprint: string;
  readonly answer: unknown;
}

export interface Session {
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly arn: string;
  readonly userId: string;
  /** Present on the keys of an assumed role. */
  readonly token?: string;
  readonly expires?: Date;
}

export const createAccountState = ({ id, alias }: SandboxAccount): AccountState => ({
  id,
  alias,
  iam: createIamStore(id),
  stacks: [],
  services: createAccountServices(),
  others: new Map(),
  answeredTokens: new Map(),
  disabledRegions: new Set(),
});

/** The session of an account's own key: an IAM user of that account. */
export const userSession = ({ id, accessKeyId, secretAccessKey }: SandboxAccount): Session => ({
  accountId: id,
  accessKeyId,
  secretAccessKey,
  arn: `arn:aws:iam::${id}:user/sandbox`,
  userId: accessKeyId.replace(/^AKIA/, 'AIDA'),
});
