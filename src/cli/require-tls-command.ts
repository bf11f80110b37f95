import { carryOutRequireTls, consoleBuckets, planRequireTls, type TlsChange } from '../app/template-bucket/require-tls-on-bucket';
import type { DeploymentPorts } from '../app/ports';
import { ask, canAsk } from './ask';
import { connect } from './connect';
import type { DeploymentOptions } from './prepare-deployment';
import { exitCode, type ExitCode } from './exit-code';
import { withInterrupts } from './interrupts';
import type { Terminal } from './terminal';

export interface RequireTlsOptions extends Pick<DeploymentOptions, 'profile' | 'yes'> {
  readonly region: string;
}

/** Without a bucket, says which of the console's need it; with one, shows the policy, asks, then puts it. */
export const requireTlsCommand = (bucket: string | undefined, options: RequireTlsOptions, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const ports = await connect(options.profile, options.region, terminal);
    return bucket === undefined ? listBuckets(ports, terminal, signal) : change({ ports, bucket, options, terminal, signal });
  });

async function listBuckets(ports: DeploymentPorts, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const names = await consoleBuckets(ports, { signal });
  if (!names.ok) return terminal.fail(names.error);
  const open: string[] = [];
  for (const name of names.value) {
    const plan = await planRequireTls(ports, name, { signal });
    if (!plan.ok) return terminal.fail(plan.error);
    if (plan.value.changed) open.push(name);
  }
  terminal.say(countsOf(names.value.length, open.length, ports.region));
  for (const name of open) terminal.print(name);
  return open.length > 0 ? exitCode.findings : exitCode.clean;
}

function countsOf(all: number, open: number, region: string): string {
  if (all === 0) return `CloudFormation's console has no bucket in ${region}.`;
  const buckets = all === 1 ? 'one bucket' : `${all} buckets`;
  return `CloudFormation's console has ${buckets} in ${region}, of which ${open === 0 ? 'none accepts' : open === 1 ? 'one accepts' : `${open} accept`} requests without TLS.`;
}

interface Change {
  readonly ports: DeploymentPorts;
  readonly bucket: string;
  readonly options: RequireTlsOptions;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

async function change({ ports, bucket, options, terminal, signal }: Change): Promise<ExitCode> {
  const plan = await planRequireTls(ports, bucket, { signal });
  if (!plan.ok) return terminal.fail(plan.error);
  if (!plan.value.changed) {
    terminal.say(`Bucket ${bucket} refuses requests without TLS already.`);
    return exitCode.clean;
  }
  terminal.print(JSON.stringify(plan.value.after, null, 2));
  if (!options.yes && !(await agrees(plan.value, terminal, signal))) {
    terminal.say('Nothing was changed.');
    return exitCode.findings;
  }
  const done = await carryOutRequireTls(ports, plan.value);
  if (!done.ok) return terminal.fail(done.error);
  terminal.say(`Bucket ${bucket} refuses requests without TLS now.`);
  return exitCode.clean;
}

async function agrees({ bucket }: TlsChange, terminal: Terminal, signal: AbortSignal): Promise<boolean> {
  if (!canAsk(terminal)) return false;
  const answer = await ask(`Give bucket ${bucket.name} in account ${bucket.accountId} this policy? Type the bucket's name to go on: `, terminal, signal);
  return answer?.trim() === bucket.name;
}
