import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AttachRolePolicyCommand, DeleteOpenIDConnectProviderCommand, PutRolePolicyCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import type { UpdateAdvice } from '../../../src/core/plan/update-advice';
import { clientsOf } from '../cloud/clients';
import { account, commandLine, contoso } from './command-line';

const p1 = '{ servers: { tier: P1 } }';

describe('advice on updates', function () {
  this.timeout(60_000);
  const cli = commandLine({ connector: contoso(p1) });
  const deploy = async () => assert.equal((await cli.command('deploy', cli.file, '--yes')).code, 0);
  const advise = async (): Promise<UpdateAdvice & { readonly code: number }> => {
    const { code, stdout } = await cli.command('plan', cli.file, '--exit-code', '--format', 'json');
    return { ...(JSON.parse(stdout) as { advice: UpdateAdvice }).advice, code };
  };
  const kindsOf = ({ reasons }: UpdateAdvice) => [...new Set(reasons.map(({ kind }) => kind))];

  it('is that nothing is deployed yet, then that all is up to date', async () => {
    const before = await advise();
    assert.deepEqual([before.code, before.state], [1, 'notDeployed']);
    assert.equal((await cli.command('plan', cli.file)).code, 0, 'without the option, a plan that could be made is a success');
    await deploy();
    assert.deepEqual(await advise(), { code: 0, state: 'upToDate', reasons: [], gaps: [] });
    const { stdout } = await cli.command('plan', cli.file, '--exit-code');
    assert.match(stdout, /\nUp to date\.\n/);
  });

  it('is an update for another plan, with what each role lacks', async () => {
    await deploy();
    cli.write(contoso('{ servers: { tier: P2, agentlessScanning: true } }'));
    const advice = await advise();
    assert.deepEqual([advice.code, advice.state, kindsOf(advice)], [1, 'updateNeeded', ['plan']]);
    assert.match(advice.reasons[0]?.message ?? '', /^Turned on in the connector file, but not deployed: servers\./);
    assert.ok(advice.reasons.some(({ message }) => /^Role DefenderForCloud-AgentlessScanner is not in the stack\.$/.test(message)), JSON.stringify(advice.reasons));
  });

  it('is an update for another setting', async () => {
    await deploy();
    cli.write(contoso(p1, '22222222-2222-4333-8444-555555555555'));
    const advice = await advise();
    assert.deepEqual([advice.code, kindsOf(advice)], [1, ['setting']]);
    assert.match(advice.reasons.map(({ message }) => message).join('\n'), /The tenant is 22222222-.* in the connector file and 11111111-.* in the stack\.[\s\S]*trusts others/);
  });

  it('is an update for newer facts', async () => {
    const { stdout } = await cli.run(['generate', cli.file]);
    const template = JSON.parse(stdout) as { Metadata: { DefenderConnectors: { CatalogChecked: string } }; Resources: Record<string, { Type: string; Properties: { ManagedPolicyArns?: unknown[] } }> };
    template.Metadata.DefenderConnectors.CatalogChecked = '2025-01-01';
    const role = Object.values(template.Resources).find(({ Type, Properties }) => Type === 'AWS::IAM::Role' && (Properties.ManagedPolicyArns?.length ?? 0) > 0);
    assert.ok(role);
    role.Properties.ManagedPolicyArns = [];
    writeFileSync(join(cli.folder, 'old.json'), JSON.stringify(template));
    cli.write(`${readFileSync(cli.file, 'utf8')}deployment: { template: old.json }\n`);
    await deploy();
    cli.write(contoso(p1));
    const advice = await advise();
    assert.deepEqual([advice.code, kindsOf(advice)], [1, ['catalog']]);
    assert.match(advice.reasons[0]?.message ?? '', /made from facts of 2025-01-01; those at hand are of \d{4}-/);
    assert.match(advice.reasons[1]?.message ?? '', /^Role \S+ lacks the policy /);
  });

  it('is drift where somebody changed a role or a provider in IAM', async () => {
    await deploy();
    const { iam } = clientsOf(cli.sandbox);
    const RoleName = 'CspmMonitorAws';
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'more', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:DeleteBucket', Resource: '*' }] }) }));
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }));
    const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'sts:AssumeRole' }] };
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: JSON.stringify(trust) }));
    const advice = await advise();
    assert.deepEqual([advice.code, kindsOf(advice)], [1, ['drift']]);
    const told = advice.reasons.map(({ message }) => message).join('\n');
    for (const words of ['CspmMonitorAws has s3:DeleteBucket besides', 'AdministratorAccess besides', 'trusts others']) assert.ok(told.includes(words), told);

    const arn = cli.sandbox.state.account(account).oidcProviders[0]?.arn;
    await iam.send(new DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }));
    assert.match((await cli.command('plan', cli.file, '--exit-code')).stdout, /drift +In AWS, the identity provider https:\/\/sts\.windows\.net\/\S+ is gone\./);
  });

  it('is an error where the stack failed', async () => {
    const { stdout } = await cli.run(['generate', cli.file]);
    const template = JSON.parse(stdout) as { Resources: Record<string, unknown> };
    template.Resources['Broken'] = { Type: 'AWS::IAM::ManagedPolicy', DependsOn: 'CspmMonitorRole', Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Perhaps', Action: 's3:GetObject', Resource: '*' }] } } };
    writeFileSync(join(cli.folder, 'broken.json'), JSON.stringify(template));
    cli.write(`${contoso(p1)}deployment: { template: broken.json }\n`);
    assert.equal((await cli.command('deploy', cli.file, '--yes')).code, 1);
    cli.write(contoso(p1));
    const { code, stdout: told } = await cli.command('plan', cli.file, '--exit-code');
    assert.equal(code, 1);
    assert.match(told, /error +Stack defender-for-cloud failed: its status is ROLLBACK_COMPLETE\./);
  });
});
