import { requiredRoles } from '../../core/catalog/required-roles';
import { featuresOn } from '../../core/catalog/features-on';
import type { ReadFile } from '../../core/lint/related-files';
import type { Connector } from '../../core/model/connector';
import { err, ok, type Result } from '../../core/model/result';
import type { VerificationReport } from '../../core/model/verification';
import type { Facts } from '../../core/verify/facts';
import { verify } from '../../core/verify/verify';
import { checkAccount } from '../check-account';
import type { Control } from '../control';
import { inParallel } from './in-parallel';
import { accountLooks, type FactsPart, type Look } from './look-at-account';
import { regionLooks } from './look-at-regions';
import { roleLooks } from './look-at-roles';
import type { VerificationPorts } from './ports';

export interface VerificationRequest {
  readonly connector: Connector;
  /** The file that declares it. */
  readonly file: ReadFile;
}

export interface VerificationControl extends Control {
  readonly report?: (progress: VerificationProgress) => void;
}

export interface VerificationProgress {
  readonly done: number;
  readonly total: number;
  /** What was looked at last. */
  readonly what: string;
}

/**
 * Looks at an AWS account and says what is wrong with its connection. Changes nothing. What the profile may not read
 * becomes a gap of the report; only wrong credentials, another account or a cancel end it without one.
 */
export async function verifyConnector(
  ports: VerificationPorts,
  { connector, file }: VerificationRequest,
  { signal, report }: VerificationControl = {},
): Promise<Result<VerificationReport>> {
  const at = new Date(ports.clock.now()).toISOString();
  const caller = await checkAccount(ports, connector.account.id, signal);
  if (!caller.ok) return caller;

  const features = featuresOn(connector.plans).map(({ id }) => id);
  const context = { ports, connector, features, signal };
  const looks = [...accountLooks(context), ...requiredRoles(connector.plans).map((role) => roleLooks(context, role)), ...regionLooks(context)];
  let done = 0;
  const tasks = looks.map(({ what, take }: Look) => async () => {
    const part: FactsPart = signal?.aborted ? {} : await take();
    report?.({ done: (done += 1), total: looks.length, what });
    return part;
  });
  const parts = await inParallel(tasks, width);
  if (signal?.aborted) return err({ code: 'cancelled', message: `Cancelled: verify connector ${connector.name}.` });
  const facts = combined(at, caller.value.partition, parts);
  return ok(verify({ connector, related: { connector: file }, facts, profile: ports.profile }));
}

/** Requests at a time: IAM allows few each second. */
const width = 6;

function combined(at: string, partition: string, parts: readonly FactsPart[]): Facts {
  const one = <K extends keyof FactsPart>(key: K): FactsPart[K] | undefined => parts.find((part) => part[key] !== undefined)?.[key];
  return {
    at,
    partition,
    providers: Object.assign({ defender: undefined, ciem: undefined }, ...parts.map(({ providers }) => providers)),
    roles: parts.flatMap(({ roles = [] }) => roles),
    stack: one('stack') ?? err({ what: 'The stack', why: 'It was not looked at.', permission: null }),
    stackSet: one('stackSet'),
    organizationAccess: one('organizationAccess'),
    trails: one('trails'),
    trailBuckets: one('trailBuckets') ?? [],
    buckets: one('buckets'),
    regions: parts.flatMap(({ regions = [] }) => regions),
  };
}
