import { account, type Cloud } from './cloud';

/** All of IAM as one text, to be compared byte for byte. Providers that a stack kept on purpose are its own. */
export function iamState({ sandbox }: Cloud): string {
  const { roles, managedPolicies, oidcProviders } = sandbox.state.account(account);
  const policies = managedPolicies.map(({ name, versions }) => ({ name, document: versions[0]?.document }));
  return JSON.stringify({ roles, policies, oidcProviders }, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value));
}
