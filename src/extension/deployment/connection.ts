import { createAwsPorts } from '../../adapters/aws';
import type { JournalPort } from '../../app/operation/journal';
import type { DeploymentPorts } from '../../app/ports';
import type { Patience } from '../../app/operation/see-through';
import { withRenewal } from '../../app/operation/with-renewal';
import type { Problem } from '../../core/model/problem';

/** A choice of the user's: whose keys, where, and who asks for codes. */
export interface Credentials {
  readonly profile: string;
  /** Null for the connector file's region. */
  readonly region: string | null;
  readonly askMfa: (serial: string) => Promise<string | undefined>;
  /** Whether commands of the user's AWS configuration may run. */
  readonly trusted: boolean;
}

/** How a window follows an operation: what it shows, what it notes, and whom it asks. */
export interface Following {
  readonly control: Patience;
  readonly journal: JournalPort | undefined;
  /** Credentials that AWS does not accept any more: asks for others, undefined when the user turns away. */
  readonly renew: (problem: Problem, credentials: Credentials) => Promise<Credentials | undefined>;
}

export interface Connection {
  readonly ports: DeploymentPorts;
  askMfa: Credentials['askMfa'];
}

export function connect({ profile, region, askMfa, trusted }: Credentials, declared: string): Connection {
  const ask = (serial: string) => connection.askMfa(serial);
  const connection: Connection = { ports: createAwsPorts({ profile, region: region ?? declared, askMfa: ask, trusted }), askMfa };
  return connection;
}

/** The same, with the journal of the window, and asking when credentials expire. */
export function followed(ports: DeploymentPorts, credentials: Credentials, { journal, renew }: Following): DeploymentPorts {
  const renewing = withRenewal(ports, async (problem) => {
    const fresh = await renew(problem, credentials);
    return fresh && connect({ ...fresh, region: ports.region }, ports.region).ports;
  });
  return journal ? { ...renewing, journal } : renewing;
}
