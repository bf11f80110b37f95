import type { ProblemCode } from '../../core/model/problem';

/** What is worth knowing of an error that a client threw. */
export interface Failure {
  readonly name: string;
  readonly text: string;
  /** Node's code of a connection that failed, such as ECONNRESET. */
  readonly network: string;
  readonly status: number;
}

interface Row {
  readonly when: (failure: Failure) => boolean;
  readonly say: (context: Failure & { doing: string; profile: string; region: string }) => Words;
  /** The service's own text is left out: it may hold what a command printed. */
  readonly silent?: true;
}

interface Words {
  readonly code: ProblemCode;
  readonly message: string;
  readonly action: string;
}

const named =
  (...names: readonly string[]) =>
  ({ name }: Failure) =>
    names.includes(name);

const saying =
  (pattern: RegExp) =>
  ({ text }: Failure) =>
    pattern.test(text);

const network = (pattern: RegExp) => (failure: Failure) => pattern.test(failure.network);

/** First match wins. Names and texts are those of AWS's error codes and of the SDK's credential providers. */
export const problemTable: readonly Row[] = [
  {
    when: named('AbortError'),
    say: ({ doing }) => ({ code: 'cancelled', message: `Cancelled: ${doing}.`, action: 'Start it again when you want to.' }),
    silent: true,
  },
  {
    when: saying(/aws sso login|SSO session|Session token not found or invalid/i),
    say: ({ profile }) => ({
      code: 'credentials',
      message: `The SSO session of profile ${profile} is missing or has expired.`,
      action: `Run "aws sso login --profile ${profile}", then try again.`,
    }),
  },
  {
    when: saying(/\.aws\/login|\.aws\\login|aws login/i),
    say: ({ profile }) => ({
      code: 'credentials',
      message: `The sign-in session of profile ${profile} is missing or has expired.`,
      action: `Run "aws login --profile ${profile}", then try again.`,
    }),
  },
  {
    when: named('ExpiredToken', 'ExpiredTokenException', 'RequestExpired'),
    say: ({ profile }) => ({
      code: 'credentials',
      message: `The session of profile ${profile} has expired.`,
      action: 'Sign in again or renew the session, then try again.',
    }),
  },
  {
    when: saying(/Command failed|credential_process/i),
    say: ({ profile }) => ({
      code: 'credentials',
      message: `The credential_process command of profile ${profile} failed.`,
      action: 'Run the command in a terminal to see why, then try again.',
    }),
    silent: true,
  },
  {
    when: named('InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId', 'AuthFailure'),
    say: ({ profile, region }) => ({
      code: 'credentials',
      message: `AWS does not accept the access key of profile ${profile} in ${region}.`,
      action: 'Check that the key is active and that the region is enabled in the account.',
    }),
  },
  {
    when: named('RequestTimeTooSkewed', 'RequestInTheFuture'),
    say: () => clockIsWrong,
  },
  {
    when: saying(/Signature (expired|not yet current)/),
    say: () => clockIsWrong,
  },
  {
    when: named('SignatureDoesNotMatch', 'InvalidSignatureException', 'IncompleteSignature'),
    say: ({ profile }) => ({
      code: 'credentials',
      message: `The secret access key of profile ${profile} does not fit its access key id.`,
      action: 'Enter both keys again with "aws configure", then try again.',
    }),
  },
  {
    when: named('OptInRequired', 'RegionDisabledException', 'SubscriptionRequiredException'),
    say: ({ region, profile }) => ({
      code: 'invalidInput',
      message: `Region ${region} is not enabled in the account of profile ${profile}.`,
      action: 'Enable the region in the account settings of AWS, or choose another region.',
    }),
  },
  {
    when: named('ForbiddenException'),
    say: ({ profile }) => ({
      code: 'credentials',
      message: `SSO does not give profile ${profile} its role.`,
      action: 'Check sso_account_id and sso_role_name of the profile, or ask who assigns permission sets.',
    }),
  },
  {
    when: named('AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'Forbidden'),
    say: ({ profile, text, doing }) => {
      const action = /not authorized to perform:? ([\w-]+:\w+)/.exec(text)?.[1];
      return {
        code: 'accessDenied',
        message: action
          ? `Profile ${profile} may not ${doing}: it lacks ${action}.`
          : `Profile ${profile} may not ${doing}.`,
        action: action ? `Ask for ${action}, or choose a profile that has it.` : 'Choose a profile with more permissions.',
      };
    },
  },
  {
    when: (failure) =>
      failure.status === 429 ||
      named('Throttling', 'ThrottlingException', 'RequestLimitExceeded', 'TooManyRequestsException', 'SlowDown')(failure),
    say: ({ doing }) => ({
      code: 'throttled',
      message: `AWS gets too many requests from this account and refused to ${doing}.`,
      action: 'Wait a minute, then try again.',
    }),
  },
  {
    when: network(/CERT|SIGNATURE|^SELF_SIGNED/),
    say: ({ network: code }) => ({
      code: 'network',
      message: `The certificate of the server that answered for AWS cannot be trusted (${code}).`,
      action: 'Behind a company proxy, set NODE_EXTRA_CA_CERTS to the file with its certificate and start again.',
    }),
  },
  {
    when: network(/^(ENOTFOUND|EAI_AGAIN)$/),
    say: ({ region }) => ({
      code: 'network',
      message: `The address of AWS in ${region} could not be found.`,
      action: 'Check the network connection and the name of the region.',
    }),
  },
  {
    when: network(/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/),
    say: ({ network: code }) => ({
      code: 'network',
      message: `AWS could not be reached (${code}).`,
      action: 'Check the network connection, the proxy, and any endpoint_url of the profile.',
    }),
  },
  {
    when: (failure) => failure.name === 'TimeoutError' || network(/^(ECONNRESET|EPIPE|ETIMEDOUT|ECONNABORTED)$/)(failure),
    say: ({ doing }) => ({
      code: 'network',
      message: `AWS did not answer the request to ${doing}.`,
      action: 'Check the network connection, then try again.',
    }),
  },
  {
    when: (failure) => failure.name === 'Unknown' || saying(/^(XML parse|Unexpected token|Deserialization)/)(failure),
    say: ({ status }) => ({
      code: 'network',
      message: `Something between here and AWS, often a proxy, answered in its place${status ? ` (HTTP ${status})` : ''}.`,
      action: 'Check the proxy and sign in to it if it asks, then try again.',
    }),
  },
  {
    when: named(
      'AlreadyExistsException',
      'TokenAlreadyExistsException',
      'InvalidChangeSetStatus',
      'InvalidChangeSetStatusException',
      'OperationInProgressException',
    ),
    say: ({ doing, text }) => ({
      code: 'conflict',
      message: `AWS refused to ${doing}: ${sentence(text)}`,
      action: 'Make a new preview, then try again.',
    }),
  },
  {
    when: named('ChangeSetNotFound', 'ChangeSetNotFoundException', 'NoSuchEntity', 'NoSuchEntityException', 'NoSuchBucket'),
    say: ({ doing }) => ({
      code: 'notFound',
      message: `AWS could not ${doing}: it is not there any more.`,
      action: 'Make a new preview, then try again.',
    }),
  },
  {
    when: named('CredentialsProviderError'),
    say: ({ profile }) => ({
      code: 'credentials',
      message: `Profile ${profile} gives no credentials.`,
      action: 'Check the profile in your AWS config file, or choose another one.',
    }),
  },
  {
    when: named('ValidationError'),
    say: ({ doing, text }) => ({
      code: 'invalidInput',
      message: `AWS refused to ${doing}: ${sentence(text)}`,
      action: 'Correct what it names, then try again.',
    }),
  },
];

export const unknownFailure: Row = {
  when: () => true,
  say: ({ doing, text, name }) => ({
    code: 'service',
    message: `AWS refused to ${doing}: ${sentence(text || name)}`,
    action: 'Try again; if it stays, look for the text in the details.',
  }),
};

const clockIsWrong: Words = {
  code: 'credentials',
  message: 'The clock of this computer differs too much from the clock of AWS.',
  action: 'Set the clock, then try again.',
};

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
