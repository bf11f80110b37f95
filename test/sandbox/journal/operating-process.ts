import { setTimeout } from 'node:timers/promises';
import { createAwsPorts } from '../../../src/adapters/aws';
import { fileJournal } from '../../../src/adapters/node/journal/file-journal';
import { carryOut } from '../../../src/app/operation/carry-out';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { pickUpOperation } from '../../../src/app/operation/pick-up-operation';
import type { DeploymentPorts } from '../../../src/app/ports';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import type { Resolutions } from '../../../src/core/plan/preflight-check';
import { account, requestFor, valueOf } from '../deploy/cloud';

/** What a process does that is killed at any point: with the product's own use cases, clients and journal. Only its pauses are short. */
export type Task =
  | { readonly do: 'deploy'; readonly body: Readonly<Record<string, unknown>>; readonly resolutions?: Resolutions }
  | { readonly do: 'delete'; readonly stackId: string }
  | { readonly do: 'pickUp' };

/** Milliseconds of a pause become a fiftieth: a deployment that takes minutes is over in a second. */
const haste = 50;

async function main(folder: string, task: Task): Promise<void> {
  const aws = createAwsPorts({ profile: 'sandbox-single', region: 'us-east-1', attempts: 3, timeout: 20_000 });
  const clock: DeploymentPorts['clock'] = {
    now: Date.now,
    sleep: async (milliseconds, signal) => void (await setTimeout(milliseconds / haste, undefined, signal ? { signal } : {}).catch(() => undefined)),
  };
  const ports = { ...aws, clock, journal: fileJournal(folder) };
  const results = await perform(ports, task);
  process.stdout.write(JSON.stringify(results));
}

async function perform(ports: DeploymentPorts & { journal: NonNullable<DeploymentPorts['journal']> }, task: Task): Promise<readonly string[]> {
  switch (task.do) {
    case 'deploy': {
      const preview = valueOf(await previewDeployment(ports, { ...requestFor(task.body), resolutions: task.resolutions ?? {} }));
      return [valueOf(await executeDeployment(ports, preview)).result];
    }
    case 'delete': {
      const token = 'defender-connectors-delete';
      const target = { profile: ports.profile, accountId: account, callerArn: '', region: ports.region, stack: 'defender', connectorName: 'contoso' };
      const planned = { id: token, kind: 'delete', target, connectorFile: null, stackId: task.stackId, changeSetId: null, token, planned: 2 } as const;
      return [valueOf(await carryOut(ports, planned)).result];
    }
    case 'pickUp': {
      const { operations } = valueOf(await ports.journal.list());
      const results: string[] = [];
      for (const operation of operations.filter(({ end }) => end === null)) results.push(valueOf(await pickUpOperation(ports, operation)).result);
      return results;
    }
  }
}

void main(process.argv[2] ?? '', JSON.parse(process.argv[3] ?? '') as Task);
