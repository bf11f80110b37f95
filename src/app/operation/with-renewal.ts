import type { Problem } from '../../core/model/problem';
import { err, type Result } from '../../core/model/result';
import type { DeploymentPorts } from '../ports';

/** Asks for credentials that work again; undefined when the user turns away. */
export type Renew = (problem: Problem) => Promise<DeploymentPorts | undefined>;

/**
 * The same ports, but when credentials are not accepted any more somebody is asked, and what was refused is done again
 * with the new clients. They must be of the same account: the work goes on where it began, or not at all.
 */
export function withRenewal(ports: DeploymentPorts, renew: Renew): DeploymentPorts {
  let current = ports;
  let accountId: string | undefined;
  let renewing: Promise<Problem | undefined> | undefined;

  /** Undefined when there are new clients now. Whoever is refused meanwhile waits for the same answer. */
  const renewOnce = async (problem: Problem): Promise<Problem | undefined> => {
    for (let refused = problem; ; ) {
      const renewed = await renew(refused);
      if (!renewed) return problem;
      const caller = await renewed.identity.read();
      const mistake = caller.ok ? foreign(renewed.profile, caller.value.accountId, accountId) : caller.error;
      if (!mistake) return void (current = renewed);
      if (mistake.code === 'cancelled') return mistake;
      refused = mistake;
    }
  };

  const call = async (port: PortName, method: string, args: readonly unknown[]): Promise<Result<unknown>> => {
    for (;;) {
      const used = current;
      const answer = await methodOf(used[port], method)(...args);
      if (answer.ok && port === 'identity' && method === 'read') accountId ??= (answer.value as { accountId?: string }).accountId;
      if (answer.ok || answer.error.code !== 'credentials') return answer;
      if (used !== current) continue; // renewed meanwhile, for somebody else
      renewing ??= renewOnce(answer.error).finally(() => (renewing = undefined));
      const refused = await renewing;
      if (refused) return err(refused);
    }
  };

  const wrapped = portNames.map((port) => {
    const methods = Object.keys(ports[port]).map((method) => [method, (...args: readonly unknown[]) => call(port, method, args)]);
    return [port, Object.fromEntries(methods)];
  });
  return { ...ports, ...(Object.fromEntries(wrapped) as Pick<DeploymentPorts, PortName>) };
}

/** Those that talk to AWS: each of their methods takes arguments and promises a Result. */
const portNames = ['identity', 'stacks', 'providers', 'iam', 'buckets', 'drift', 'authorization'] as const;
type PortName = (typeof portNames)[number];

const methodOf = (port: object, name: string) => (port as Readonly<Record<string, (...args: readonly unknown[]) => Promise<Result<unknown>>>>)[name] as (
  ...args: readonly unknown[]
) => Promise<Result<unknown>>;

const foreign = (profile: string, found: string, wanted: string | undefined): Problem | undefined =>
  wanted === undefined || found === wanted
    ? undefined
    : {
        code: 'wrongAccount',
        message: `Profile ${profile} is in account ${found} now, but the operation runs in account ${wanted}.`,
        action: `Sign in to account ${wanted}.`,
      };
