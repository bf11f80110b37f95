import assert from 'node:assert/strict';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { requestFor, roleResource, startCloud, template, valueOf, type Cloud } from './cloud';
import { iamState } from './iam-state';
import { providerOfOthers } from './journeys';

const document = (Action: string) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
const policy = (Action: string) => ({
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: { ManagedPolicyName: 'Reading', PolicyDocument: document(Action), Roles: [{ Ref: 'Role' }] },
});
const small = requestFor(template({ more: { Policy: policy('s3:List*') } }));
const large = requestFor(template({ actions: ['ec2:*'], more: { Policy: policy('s3:*'), Second: roleResource('Second') } }));
const fails = ['denied', 'throttle', 'error'] as const;

describe('a deployment that fails', function () {
  this.timeout(30_000);

  for (const fault of fails)
    for (const resource of ['Role', 'Policy', 'Second'])
      for (const others of [true, false])
        it(`leaves IAM as it was when ${resource} is refused (${fault}, ${others ? 'with a provider of others' : 'with its own provider'})`, async () => {
          const cloud = await startCloud({ stepsPerPause: 4 });
          try {
            const provider = others ? providerOfOthers(cloud) : undefined;
            const kept = structuredClone(provider);
            await expectFailure(cloud, large, { resource, fault });
            valueOf(await cloud.ports().stacks.delete('defender', 'away'));
            cloud.sandbox.clock.runAll();
            assert.equal(valueOf(await executeDeployment(cloud.ports(), valueOf(await previewDeployment(cloud.ports(), small)))).result, 'succeeded');
            await expectFailure(cloud, large, { resource, fault });
            assert.deepEqual(provider, kept);
          } finally {
            await cloud.stop();
          }
        });
});

async function expectFailure(cloud: Cloud, request: typeof small, { resource, fault }: { readonly resource: string; readonly fault: (typeof fails)[number] }): Promise<void> {
  const before = iamState(cloud);
  const plan = valueOf(await previewDeployment(cloud.ports(), request));
  cloud.sandbox.faults.add({ match: `stack\\.defender\\.${resource}\\..*`, do: fault, times: 1 });
  const outcome = valueOf(await executeDeployment(cloud.ports(), plan, { acknowledged: plan.escalations.map(({ id }) => id) }));
  cloud.sandbox.faults.clear();
  assert.equal(outcome.result, 'failed');
  assert.equal(outcome.failure?.logicalId, resource);
  assert.match(outcome.stackStatus, /ROLLBACK_COMPLETE$/);
  assert.equal(iamState(cloud), before);
}
