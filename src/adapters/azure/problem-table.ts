import type { ProblemCode } from '../../core/model/problem';
import type { ArmFailure } from './arm-failure';

export interface Context extends ArmFailure {
  /** Completes "Azure refused to …". */
  readonly doing: string;
  readonly tenant: string;
  readonly timeoutSeconds: number;
}

interface Words {
  readonly code: ProblemCode;
  readonly message: string;
  readonly action: string;
}

interface Row {
  readonly when: (failure: ArmFailure) => boolean;
  readonly say: (context: Context) => Words;
}

const coded = (...codes: readonly string[]) => ({ code }: ArmFailure) => codes.includes(code);
const answered = (...statuses: readonly number[]) => ({ status }: ArmFailure) => statuses.includes(status);

/** First match wins. Codes are those of Azure Resource Manager and Microsoft Entra; Defender's own are not published, so none stands here. */
export const problemTable: readonly Row[] = [
  {
    when: coded('aborted'),
    say: ({ doing }) => ({ code: 'cancelled', message: `Cancelled: ${doing}.`, action: 'Start it again when you want to.' }),
  },
  {
    when: coded('timeout'),
    say: ({ doing, timeoutSeconds }) => ({
      code: 'network',
      message: `Azure did not answer within ${timeoutSeconds} s to the request to ${doing}.`,
      action: 'Check the network and the proxy, then try again.',
    }),
  },
  {
    when: coded('unreadable'),
    say: ({ doing, text }) => ({
      code: 'service',
      message: `Azure's answer to the request to ${doing} cannot be used: ${text}.`,
      action: 'Try again; if it stays, a proxy or a gateway on the way may have answered in place of Azure.',
    }),
  },
  {
    when: coded('foreignPage'),
    say: ({ text }) => ({
      code: 'service',
      message: `Azure named ${text} for the next page of a list, which is not where it was asked. It was not followed.`,
      action: 'Try again; if it stays, look for a proxy that rewrites addresses.',
    }),
  },
  {
    when: ({ status }) => status === 0,
    say: ({ doing, code }) => ({
      code: 'network',
      message: `The connection to Azure failed (${code || 'no answer'}) on the request to ${doing}.`,
      action: 'Check the network and the proxy, then try again.',
    }),
  },
  {
    when: coded('InvalidAuthenticationTokenTenant'),
    say: ({ tenant }) => ({
      code: 'credentials',
      message: `The sign-in is not for ${tenant === '' ? 'the tenant' : `tenant ${tenant}`} to which the subscription belongs.`,
      action: 'Sign in to that tenant, then try again.',
    }),
  },
  {
    when: answered(401),
    say: ({ doing, tenant }) => ({
      code: 'credentials',
      message: `Azure did not accept the sign-in${tenant === '' ? '' : ` for tenant ${tenant}`} when asked to ${doing}: it has expired, or the tenant wants more proof, such as multifactor authentication.`,
      action: 'Sign in to Azure again, then try again.',
    }),
  },
  {
    when: coded('RequestDisallowedByPolicy'),
    say: ({ doing, policies }) => ({
      code: 'accessDenied',
      message: `A policy in Azure${policies.length > 0 ? ` (${policies.join(', ')})` : ''} forbids to ${doing}.`,
      action: 'Change what the policy forbids (often the location or tags), or ask its owner for an exemption.',
    }),
  },
  {
    when: coded('ScopeLocked'),
    say: ({ doing, text }) => ({
      code: 'conflict',
      message: `A resource lock${lockedScope(text)} stops Azure from going on to ${doing}.`,
      action: 'Have the lock lifted, try again, and have it put back.',
    }),
  },
  {
    when: answered(403),
    say: ({ doing, text }) => ({
      code: 'accessDenied',
      message: `Azure refused to ${doing}${refusedAction(text)}: the role for it is missing.`,
      action: 'Ask for the role, sign in again after it was given, then try again.',
    }),
  },
  {
    when: coded('MissingSubscriptionRegistration'),
    say: ({ doing }) => ({
      code: 'conflict',
      message: `Azure refused to ${doing}: the resource provider Microsoft.Security is not registered in the subscription.`,
      action: 'Register Microsoft.Security (Defender for Cloud) in the subscription, then try again.',
    }),
  },
  {
    when: coded('ResourceGroupNotFound'),
    say: ({ doing }) => ({
      code: 'notFound',
      message: `Azure refused to ${doing}: there is no such resource group in the subscription.`,
      action: 'Create the resource group, or put the right name into the connector file.',
    }),
  },
  {
    when: coded('SubscriptionNotFound', 'InvalidSubscriptionId'),
    say: ({ doing, tenant }) => ({
      code: 'notFound',
      message: `Azure refused to ${doing}: ${tenant === '' ? 'there is' : `tenant ${tenant} has`} no such subscription, or this account may not see it.`,
      action: 'Check subscription and tenant, and which account is signed in.',
    }),
  },
  {
    when: answered(404),
    say: ({ doing }) => ({ code: 'notFound', message: `Azure found nothing there when asked to ${doing}.`, action: 'Check the names, then try again.' }),
  },
  {
    when: coded('NoRegisteredProviderFound', 'InvalidApiVersionParameter', 'InvalidResourceType'),
    say: ({ doing, text }) => ({
      code: 'invalidInput',
      message: `Azure does not take this location or api-version on the request to ${doing}${quoted(text)}`,
      action: 'Choose a location or an api-version that the resource provider lists.',
    }),
  },
  {
    when: answered(412),
    say: ({ doing }) => ({
      code: 'conflict',
      message: `Azure refused to ${doing}: somebody has changed it since it was read.`,
      action: 'Look at the difference again, then decide anew.',
    }),
  },
  {
    when: answered(409),
    say: ({ doing, text }) => ({
      code: 'conflict',
      message: `Azure refused to ${doing}, because it contradicts what is there${quoted(text)}`,
      action: 'Put right what it names, or wait until another change has ended, then try again.',
    }),
  },
  {
    when: answered(429),
    say: ({ doing, retryAfterSeconds }) => ({
      code: 'throttled',
      message: `Azure has had too many requests and refused to ${doing}.`,
      action: retryAfterSeconds === null ? 'Try again in a minute.' : `Try again in ${retryAfterSeconds} s.`,
    }),
  },
  {
    when: ({ status }) => status >= 400 && status < 500,
    say: ({ doing, text, status }) => ({
      code: 'invalidInput',
      message: `Azure refused to ${doing} (status ${status})${quoted(text)}`,
      action: 'Put right what it names, then try again.',
    }),
  },
];

export const unknownFailure: Row['say'] = ({ doing, status, text, retryAfterSeconds }) => ({
  code: 'service',
  message: `Azure failed to ${doing} (status ${status})${quoted(text)}`,
  action: retryAfterSeconds === null ? 'Try again later.' : `Try again in ${retryAfterSeconds} s.`,
});

const quoted = (text: string): string => (text === '' ? '.' : `. It says: ${text.length > 500 ? `${text.slice(0, 499)}…` : text}`);

function refusedAction(text: string): string {
  const found = /perform action '([^']{1,200})'(?: over scope '([^']{1,300})')?/.exec(text);
  if (!found) return '';
  return ` (${found[1]}${found[2] ? ` at ${found[2]}` : ''})`;
}

const lockedScope = (text: string): string => {
  const scope = /following scope\(s\) are locked: '([^']{1,300})'/.exec(text)?.[1];
  return scope === undefined ? '' : ` on ${scope}`;
};
