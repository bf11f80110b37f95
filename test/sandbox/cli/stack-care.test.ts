import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteRoleCommand, DeleteRolePolicyCommand, DetachRolePolicyCommand, ListAttachedRolePoliciesCommand, ListRolePoliciesCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import type { DeletionPlan } from '../../../src/core/plan/deletion-plan';
import { clientsOf } from '../cloud/clients';
import { account, commandLine, contoso } from './command-line';

const p1 = '{ servers: { tier: P1 } }';

describe('taking care of a stack from the command line', function () {
  this.timeout(60_000);
  const cli = commandLine({ connector: contoso(p1) });
  const deploy = async (...more: readonly string[]) => {
    const deployed = await cli.command('deploy', cli.file, '--yes', ...more);
    assert.equal(deployed.code, 0, deployed.stdout + deployed.stderr);
  };
  const roles = () => cli.sandbox.state.account(account).roles.map(({ name }) => name).sort();

  it('finds drift, and says it in words', async () => {
    await deploy();
    assert.equal((await cli.command('drift', cli.file)).code, 0);
    await clientsOf(cli.sandbox).iam.send(
      new UpdateAssumeRolePolicyCommand({
        RoleName: 'CspmMonitorAws',
        PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'sts:AssumeRole' }] }),
      }),
    );
    const { code, stdout } = await cli.command('drift', cli.file);
    assert.equal(code, 1);
    assert.match(stdout, /^Stack defender-for-cloud has drifted: 1 of \d+ compared resources/);
    assert.match(stdout, / {2}- trust: Allow sts:AssumeRoleWithWebIdentity by arn:aws:iam::123456789012:oidc-provider/);
    assert.match(stdout, / {2}\+ trust: Allow sts:AssumeRole by .*999999999999/);
    const json = JSON.parse((await cli.command('drift', cli.file, '--format', 'json')).stdout) as { status: string };
    assert.equal(json.status, 'drifted');
  });

  it('shows a deletion, deletes nothing without the name, and keeps the provider', async () => {
    await deploy();
    const shown = await cli.command('delete', cli.file, '--plan');
    assert.equal(shown.code, 0, shown.stderr);
    assert.match(shown.stdout, /^Deletes stack defender-for-cloud \(CREATE_COMPLETE\) of connector contoso\n {2}Account {3}123456789012/);
    assert.match(shown.stdout, /- delete AWS::IAM::Role .*CspmMonitorAws/);
    assert.match(shown.stdout, /= retain AWS::IAM::OIDCProvider/);
    for (const args of [[], ['--confirm', 'defender']]) {
      assert.equal((await cli.command('delete', cli.file, ...args)).code, 1);
      assert.ok(roles().includes('CspmMonitorAws'));
    }
    const deleted = await cli.command('delete', cli.file, '--confirm', 'defender-for-cloud');
    assert.equal(deleted.code, 0, deleted.stderr);
    assert.match(deleted.stderr, /Deleted stack defender-for-cloud/);
    assert.doesNotMatch(deleted.stdout, / = /, 'what the stack gave out is gone with it');
    assert.deepEqual(roles(), []);
    assert.equal(cli.sandbox.state.account(account).oidcProviders.length, 1);
    assert.equal((await cli.command('delete', cli.file, '--plan')).code, 3, 'there is no such stack any more');
  });

  it('shows a deletion as JSON', async () => {
    await deploy();
    const plan = JSON.parse((await cli.command('delete', cli.file, '--plan', '--format', 'json')).stdout) as DeletionPlan;
    assert.deepEqual([plan.target.stack, plan.stackStatus, plan.obstacle], ['defender-for-cloud', 'CREATE_COMPLETE', null]);
    assert.ok(plan.resources.some(({ type, fate }) => type === 'AWS::IAM::OIDCProvider' && fate === 'retained'));
  });

  it('says of an organization what it does not touch', async () => {
    cli.write(contoso(p1).replace(`id: "${account}"`, 'id: "210987654321", type: management, stackSet: defender-members'));
    const asManagement = (...args: readonly string[]) => cli.run([...args, cli.file, '--profile', 'sandbox-management']);
    const planned = await asManagement('plan');
    assert.equal(planned.code, 0, planned.stderr);
    assert.match(planned.stdout, /Note +This deploys to the management account alone\. Its members get the template from StackSet defender-members, which is not changed here/);
    assert.equal((await asManagement('deploy', '--yes')).code, 0);
    assert.match((await asManagement('delete', '--plan')).stdout, /Note +StackSet defender-members and the roles that it made in member accounts stay/);
    await deployOfOne();
  });

  /** Of an account alone nothing of the kind is said. */
  async function deployOfOne(): Promise<void> {
    cli.write(contoso(p1));
    await deploy();
    assert.doesNotMatch((await cli.command('plan', cli.file)).stdout + (await cli.command('delete', cli.file, '--plan')).stdout, /StackSet|management/);
  }

  it('names the kind of a file that is no connector file', async () => {
    const template = join(cli.folder, 'contoso.template.json');
    writeFileSync(template, (await cli.run(['generate', cli.file])).stdout);
    for (const command of ['plan', 'delete', 'verify'])
      assert.match((await cli.command(command, template)).stderr, /^contoso\.template\.json is not a connector file: it is a CloudFormation template\. Name a connector file/);
  });

  it('goes back to the template before the last update', async () => {
    await deploy();
    const before = roles();
    assert.equal((await cli.command('rollback', cli.file, '--yes')).code, 3, 'a creation cannot be rolled back');
    cli.write(contoso('{ servers: { tier: P2, agentlessScanning: true } }'));
    await deploy();
    assert.notDeepEqual(roles(), before);
    const { code, stdout, stderr } = await cli.command('rollback', cli.file, '--yes');
    assert.equal(code, 0, stderr);
    assert.match(stdout, /This goes back to the template and the parameters of before \d{4}-/);
    assert.match(stderr, /Rolled back stack defender-for-cloud/);
    assert.deepEqual(roles(), before);
  });

  it('continues a rollback that got stuck, past what is skipped', async () => {
    await deploy();
    const { iam } = clientsOf(cli.sandbox);
    const RoleName = 'CspmMonitorAws';
    for (const { PolicyArn } of (await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }))).AttachedPolicies ?? [])
      await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
    for (const PolicyName of (await iam.send(new ListRolePoliciesCommand({ RoleName }))).PolicyNames ?? [])
      await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
    await iam.send(new DeleteRoleCommand({ RoleName }));
    cli.write(contoso(p1).replace('44-555555555555', '44-666666666666').replace('8444-555', '8444-666'));
    const failed = await cli.command('deploy', cli.file, '--yes');
    assert.equal(failed.code, 1, failed.stderr);
    assert.match(failed.stderr, /UPDATE_ROLLBACK_FAILED/);
    assert.match((await cli.command('deploy', cli.file, '--yes')).stderr, /continue-rollback/);
    const [logicalId] = /^ {2}(\w+) \(AWS::IAM::Role\)/m.exec((await cli.command('continue-rollback', cli.file)).stdout)?.slice(1) ?? [];
    assert.ok(logicalId);
    const done = await cli.command('continue-rollback', cli.file, '--yes', '--skip', logicalId);
    assert.equal(done.code, 0, done.stderr);
    assert.match(done.stdout, /to be skipped: it stays as it is/);
    assert.match(done.stderr, /Rolled back stack defender-for-cloud/);
  });

  it('wants what gives more power acknowledged by itself', async () => {
    await deploy();
    const generated = await cli.run(['generate', cli.file]);
    const template = JSON.parse(generated.stdout) as { Resources: Record<string, { Type: string; Properties: { ManagedPolicyArns?: unknown[] } }> };
    const role = Object.values(template.Resources).find(({ Type }) => Type === 'AWS::IAM::Role');
    assert.ok(role);
    role.Properties.ManagedPolicyArns = [...(role.Properties.ManagedPolicyArns ?? []), 'arn:aws:iam::aws:policy/AdministratorAccess'];
    writeFileSync(join(cli.folder, 'template.json'), JSON.stringify(template));
    cli.write(`${readFileSync(cli.file, 'utf8')}deployment: { template: template.json }\n`);
    const refused = await cli.command('deploy', cli.file, '--yes');
    assert.equal(refused.code, 1);
    assert.match(refused.stdout, /! .* gets the policy AdministratorAccess, which allows nearly everything\. {2}\[adminPolicy:AdministratorAccess\]/);
    assert.match(refused.stderr, /Not acknowledged yet: .*--acknowledge 'adminPolicy:AdministratorAccess'/);
    await deploy('--acknowledge', 'adminPolicy:AdministratorAccess');
  });

  it('has a hidden reason decoded', async () => {
    const encoded = Buffer.from(JSON.stringify({ allowed: false, explicitDeny: false, context: { principal: { arn: 'arn:aws:iam::123456789012:user/dev' }, action: 'iam:CreateRole' } })).toString('base64url');
    const { code, stdout } = await cli.command('explain', '--decode', `Encoded authorization failure message: ${encoded}`);
    assert.equal(code, 0);
    assert.match(stdout, /user\/dev may not do iam:CreateRole/);
  });
});
