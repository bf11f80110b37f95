import assert from 'node:assert/strict';
import { CreatePolicyCommand } from '@aws-sdk/client-iam';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { preflight, type Preflight } from '../../../src/app/preflight/preflight';
import { previewDeployment, type PreviewRequest } from '../../../src/app/preview/preview-deployment';
import type { PreflightCheck } from '../../../src/core/plan/preflight-check';
import { resolveConflicts } from '../../../src/core/plan/resolve-conflicts';
import { clientsOf } from '../cloud/clients';
import { account, issuer, problemOf, requestFor, roleResource, startCloud, template, valueOf, type Cloud } from './cloud';

const sentinel = 'api://1462b192-27f7-4cb9-8523-0f4ecb54b47e';
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow' as const, Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

describe('preflight', () => {
  let cloud: Cloud;
  beforeEach(async () => void (cloud = await startCloud({ stepsPerPause: 3 })));
  afterEach(() => cloud.stop());

  const look = (request: PreviewRequest = requestFor(template()), options: Parameters<Cloud['ports']>[0] = {}) => preflight(cloud.ports(options), request);
  const check = ({ checks }: Preflight, id: string): PreflightCheck => {
    const found = checks.find((each) => each.id === id);
    if (!found) throw new Error(`No check ${id} among ${checks.map((each) => each.id).join(', ')}`);
    return found;
  };
  const kinds = ({ conflict }: PreflightCheck) => conflict?.choices.map(({ kind }) => kind);
  const changing = () => cloud.sandbox.requests().filter(({ operation }) => !/\.(Get|List|Describe|Simulate|Validate)/.test(operation));
  const deploy = async (request: PreviewRequest) => valueOf(await executeDeployment(cloud.ports(), valueOf(await previewDeployment(cloud.ports(), request))));
  const stackOf = (stack: string) => ({ method: 'cloudFormation' as const, stack, region: 'us-east-1' });

  it('looks at everything, changes nothing, and tells each check as it becomes known', async () => {
    const told: string[] = [];
    const result = await preflight(cloud.ports(), requestFor(template()), { onCheck: ({ id }) => told.push(id) });
    assert.ok(result.plan.ok);
    assert.deepEqual(result.checks.map(({ id }) => id), told);
    assert.deepEqual(result.checks.map(({ id, result: end }) => `${id} ${end}`).sort(), [
      'identity passed', 'region passed', 'stack passed', 'template passed', 'provider/Provider passed', 'parameters passed',
      'names passed', 'quotas passed', 'permissions passed', 'organization passed',
    ].sort());
    assert.match(check(result, 'quotas').evidence, /1 of 1000 roles, 0 of 1500 managed policies, 1 of 100 identity providers/);
    assert.deepEqual(changing(), []);
  });

  it('tells a region that is not enabled from a key that is wrong', async () => {
    cloud.sandbox.seed.disableRegion(account, 'ap-east-1');
    const off = await look(undefined, { region: 'ap-east-1' });
    assert.equal(check(off, 'region').result, 'failed');
    assert.match(problemOf(off.plan).message, /Region ap-east-1 .* not enabled in account 123456789012/);
    cloud.sandbox.faults.add({ match: 'sts\\.GetCallerIdentity', do: 'invalidToken' });
    assert.equal(check(await look(undefined, { region: 'ap-east-1' }), 'identity').result, 'failed');
  });

  it('names who owns a role that is in the way, and what can be done', async () => {
    await deploy(requestFor(template({ name: 'Monitor' }), { deployment: stackOf('older') }));
    cloud.sandbox.seed.role(account, { name: 'Orphan', trust });
    cloud.sandbox.seed.role(account, { name: 'OIDC_Sentinel', trust });
    cloud.sandbox.seed.role(account, {
      name: 'Elsewhere', trust,
      tags: [
        { Key: 'aws:cloudformation:stack-id', Value: `arn:aws:cloudformation:eu-west-1:${account}:stack/theirs/1` },
        { Key: 'aws:cloudformation:stack-name', Value: 'theirs' },
      ],
    });
    const more = { A: roleResource('Orphan'), B: roleResource('OIDC_Sentinel'), C: roleResource('Elsewhere') };
    const result = await look(requestFor(template({ name: 'Monitor', more })));
    assert.equal(problemOf(result.plan).code, 'conflict');
    assert.match(check(result, 'name/Role').evidence, /belongs to stack older in us-east-1/);
    assert.deepEqual(kinds(check(result, 'name/Role')), ['useOwner', 'rename', 'stop']);
    assert.deepEqual(kinds(check(result, 'name/A')), ['import', 'stop'], 'the template fixes this name');
    assert.match(check(result, 'name/B').evidence, /Microsoft Sentinel/);
    assert.deepEqual(kinds(check(result, 'name/B')), ['stop']);
    assert.match(check(result, 'name/C').evidence, /stack theirs in eu-west-1/);
    assert.equal(cloud.sandbox.state.account(account).stacks.length, 1, 'nothing was tried');
  });

  it('makes a role under another name when that is chosen, and looks that name up, too', async () => {
    for (const name of ['CspmMonitorAws', 'Second']) cloud.sandbox.seed.role(account, { name, trust });
    const request = requestFor(template());
    const taken = await look({ ...request, resolutions: { Role: { kind: 'rename', name: 'Second' } } });
    assert.match(check(taken, 'name/Role').evidence, /Role Second, .* exists already/);
    await deploy({ ...request, resolutions: { Role: { kind: 'rename', name: 'Third' } } });
    assert.ok(cloud.sandbox.state.role(account, 'Third'));
  });

  it('takes a role and a policy over when that is chosen, and leaves them as they are', async () => {
    const role = structuredClone(cloud.sandbox.seed.role(account, { name: 'CspmMonitorAws', trust }));
    const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };
    await clientsOf(cloud.sandbox).iam.send(new CreatePolicyCommand({ PolicyName: 'Mine', PolicyDocument: JSON.stringify(document) }));
    const Policy = { Type: 'AWS::IAM::ManagedPolicy', Properties: { ManagedPolicyName: 'Mine', PolicyDocument: document } };
    const request = requestFor(template({ more: { Policy } }));
    const { checks } = await look(request);
    const { resolutions } = resolveConflicts(checks, [{ logicalId: null, kind: 'import', name: null }]);
    assert.deepEqual(resolutions, { Role: { kind: 'import' }, Policy: { kind: 'import' } });
    const plan = valueOf(await previewDeployment(cloud.ports(), { ...request, resolutions }));
    assert.deepEqual(plan.changes.filter(({ action }) => action === 'import').map(({ logicalId }) => logicalId).sort(), ['Policy', 'Role']);
    assert.deepEqual([plan.action, plan.changes.length, plan.escalations], ['import', 2, []]);
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).result, 'succeeded');
    assert.deepEqual(cloud.sandbox.state.role(account, 'CspmMonitorAws'), role);
    assert.equal(cloud.sandbox.state.stack(account, 'defender')?.status, 'IMPORT_COMPLETE');
    const after = valueOf(await previewDeployment(cloud.ports(), { ...request, resolutions }));
    const changed = after.changes.find(({ logicalId }) => logicalId === 'Role');
    assert.deepEqual([after.action, changed?.action, changed?.permissions?.added], ['update', 'modify', ['ec2:Describe*']], 'what the template gives it is shown, not assumed');
    assert.match(changed?.trust?.before.join() ?? '', /ec2.amazonaws.com/);
  });

  it('adds audiences to a provider of others only when that is chosen and the stack has succeeded', async () => {
    const provider = cloud.sandbox.seed.oidcProvider(account, { url: `https://${issuer}`, clientIds: [sentinel] });
    const before = structuredClone(provider);
    const request = requestFor(template());
    const seen = check(await look(request), 'provider/Provider');
    assert.equal(seen.result, 'warning');
    assert.match(seen.evidence, /Microsoft Sentinel.* It lacks api:\/\/a, api:\/\/b\./);
    assert.deepEqual(kinds(seen), ['mergeAudiences', 'keepAudiences', 'stop']);

    const merging: PreviewRequest = { ...request, resolutions: { Provider: { kind: 'mergeAudiences' } } };
    const plan = valueOf(await previewDeployment(cloud.ports(), merging));
    assert.deepEqual(plan.audiencesToAdd, [{ providerArn: provider.arn, url: issuer, audiences: ['api://a', 'api://b'] }]);
    cloud.sandbox.faults.add({ match: 'stack\\..*\\.iam\\.CreateRole', do: 'denied', times: 1 });
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).result, 'failed');
    assert.deepEqual(provider, before, 'a failed deployment leaves it as it was');

    valueOf(await cloud.ports().stacks.delete('defender', 'again'));
    cloud.sandbox.clock.runAll();
    const second = valueOf(await previewDeployment(cloud.ports(), merging));
    // The first audience gets in, the second does not: then neither stays.
    cloud.sandbox.faults.add({ match: 'iam\\.AddClientID.*', do: 'denied', skip: 1, times: 1 });
    const problem = problemOf(await executeDeployment(cloud.ports(), second));
    assert.match(problem.message, /Created stack defender .* But the audiences .* could not be added/);
    assert.deepEqual(provider, before);
    const done = valueOf(await executeDeployment(cloud.ports(), second));
    assert.match(done.summary, /audiences that were missing are added/);
    assert.deepEqual(provider.clientIds, [sentinel, 'api://a', 'api://b']);
    assert.deepEqual({ ...provider, clientIds: before.clientIds }, before);
  });

  it('warns of actions that the simulator denies, and of the organization, and stops for neither', async () => {
    const allowed = ['cloudformation:*', 'iam:Get*', 'iam:List*', 'iam:Tag*'];
    cloud.sandbox.seed.userPolicies(account, [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: allowed, Resource: '*' }] }]);
    cloud.sandbox.seed.deniedByOrganization(account, ['iam:CreateOpenIDConnectProvider']);
    const result = await look();
    assert.ok(result.plan.ok);
    assert.equal(check(result, 'permissions').result, 'warning');
    assert.match(check(result, 'permissions').evidence, /user\/sandbox may not .*iam:CreateRole/);
    assert.match(check(result, 'organization').evidence, /service control policy denies iam:CreateOpenIDConnectProvider/);
  });

  it('says unknown where it may not look, and claims nothing', async () => {
    for (const match of ['iam\\.GetAccountSummary', 'iam\\.SimulatePrincipalPolicy', 'iam\\.GetRole']) cloud.sandbox.faults.add({ match, do: 'denied' });
    const result = await look();
    assert.ok(result.plan.ok);
    for (const id of ['quotas', 'permissions', 'organization', 'name/Role']) {
      assert.equal(check(result, id).result, 'unknown', id);
      assert.match(check(result, id).evidence, /lacks iam:/);
    }
  });

  it('refuses when IAM has no room', async () => {
    for (let index = 0; index < 1000; index += 1) cloud.sandbox.seed.role(account, { name: `R${index}`, trust });
    assert.match(problemOf((await look()).plan).message, /would need 1001 of 1000 roles/);
  });

  it('deletes change sets that earlier previews left: old ones of ours, and no others', async () => {
    await deploy(requestFor(template()));
    const other = requestFor(template({ actions: ['s3:List*'] }));
    const names = () => cloud.sandbox.state.stack(account, 'defender')?.changeSets.map(({ name }) => name) ?? [];
    const old = valueOf(await previewDeployment(cloud.ports(), other));
    const theirs = { stack: 'defender', name: 'theirs', type: 'update', template: { body: other.template.text }, parameters: [], capabilities: ['CAPABILITY_NAMED_IAM'], description: '', imports: [] } as const;
    valueOf(await cloud.ports().stacks.createChangeSet(theirs));
    valueOf(await previewDeployment(cloud.ports(), other));
    assert.ok(names().some((name) => old.changeSetId?.includes(name)), 'a young one may be open in another window');
    const ports = cloud.ports();
    const tomorrow = { ...ports, clock: { ...ports.clock, now: () => Date.now() + 25 * 60 * 60 * 1000 } };
    const plan = valueOf(await previewDeployment(tomorrow, other));
    assert.ok(plan.notes.includes('2 change sets that earlier previews had left on the stack were deleted.'), plan.notes.join());
    assert.deepEqual(names().filter((name) => !plan.changeSetId?.includes(name)).slice(-1), ['theirs']);
    assert.equal(names().filter((name) => old.changeSetId?.includes(name)).length, 0);
  });

  it('says what state the stack is in, its protection, and whose change sets wait there', async () => {
    valueOf(await previewDeployment(cloud.ports(), requestFor(template())));
    const waiting = check(await look(), 'stack');
    assert.equal(waiting.result, 'warning');
    assert.match(waiting.evidence, /REVIEW_IN_PROGRESS: it has no resources and one change set/);
    assert.match(waiting.fix ?? '', /defender-connectors-/);
    await deploy(requestFor(template()));
    assert.match(check(await look(), 'stack').evidence, /defender is CREATE_COMPLETE and can be updated\.$/);
  });
});
