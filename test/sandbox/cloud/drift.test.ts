import assert from 'node:assert/strict';
import {
  DescribeStackDriftDetectionStatusCommand, DescribeStackResourceDriftsCommand, DetectStackDriftCommand,
} from '@aws-sdk/client-cloudformation';
import { AddClientIDToOpenIDConnectProviderCommand, DeleteRoleCommand, DetachRolePolicyCommand } from '@aws-sdk/client-iam';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { clientsOf } from './clients';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';
import { onboarding, serviceTrust } from './templates';

describe('sandbox drift', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.stop());

  const detect = async () => {
    const { client } = driveStacks(sandbox);
    const { StackDriftDetectionId } = await client.send(new DetectStackDriftCommand({ StackName: 'mdc' }));
    const read = () => client.send(new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }));
    assert.equal((await read()).DetectionStatus, 'DETECTION_IN_PROGRESS');
    sandbox.clock.runAll();
    const { StackResourceDrifts = [] } = await client.send(new DescribeStackResourceDriftsCommand({ StackName: 'mdc' }));
    return { ...(await read()), drifts: Object.fromEntries(StackResourceDrifts.map((drift) => [drift.LogicalResourceId, drift])) };
  };

  it('finds none in a fresh stack', async () => {
    await driveStacks(sandbox).create(onboarding);
    // Allowed states: API model, DetectStackDrift.
    await assert.rejects(detect(), refusal('ValidationError', /CREATE_IN_PROGRESS/));
    sandbox.clock.runAll();
    const { StackDriftStatus, DetectionStatus, DriftedStackResourceCount, drifts } = await detect();
    assert.deepEqual([DetectionStatus, StackDriftStatus, DriftedStackResourceCount], ['DETECTION_COMPLETE', 'IN_SYNC', 0]);
    assert.deepEqual(['Provider', 'Role', 'Deny'].map((id) => drifts[id]?.StackResourceDriftStatus), ['IN_SYNC', 'IN_SYNC', 'IN_SYNC']);
  });

  it('does not look at types without drift detection', async () => {
    // Source: User Guide, "Resources that support import and drift detection operations".
    const policy = { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };
    const role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'Role', AssumeRolePolicyDocument: serviceTrust } };
    const inline = { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'Inline', PolicyDocument: policy, Roles: [{ Ref: 'Role' }] } };
    await driveStacks(sandbox).create(JSON.stringify({ Resources: { Role: role, Inline: inline } }));
    sandbox.clock.runAll();
    const { StackDriftStatus, drifts } = await detect();
    assert.deepEqual([StackDriftStatus, Object.keys(drifts)], ['IN_SYNC', ['Role']]);
  });

  it('finds what was changed and what was deleted by hand', async () => {
    await driveStacks(sandbox).create(onboarding);
    sandbox.clock.runAll();
    const { iam } = clientsOf(sandbox);
    const [provider] = sandbox.state.account('123456789012').oidcProviders;
    await iam.send(new AddClientIDToOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: provider?.arn, ClientID: 'api://three' }));
    for (const PolicyArn of sandbox.state.role('123456789012', 'CspmMonitorAws')?.attachedPolicies ?? []) {
      await iam.send(new DetachRolePolicyCommand({ RoleName: 'CspmMonitorAws', PolicyArn }));
    }
    await iam.send(new DeleteRoleCommand({ RoleName: 'CspmMonitorAws' }));
    const { StackDriftStatus, DriftedStackResourceCount, drifts } = await detect();
    assert.deepEqual([StackDriftStatus, DriftedStackResourceCount], ['DRIFTED', 3]);
    assert.deepEqual(drifts.Provider?.PropertyDifferences, [
      { PropertyPath: '/ClientIdList/2', ExpectedValue: 'null', ActualValue: 'api://three', DifferenceType: 'ADD' },
    ]);
    assert.equal(drifts.Role?.StackResourceDriftStatus, 'DELETED');
    assert.equal(drifts.Deny?.PropertyDifferences?.[0]?.DifferenceType, 'REMOVE');
  });
});
