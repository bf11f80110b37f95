import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AttachRolePolicyCommand, DeleteOpenIDConnectProviderCommand, PutRolePolicyCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { profileFiles } from '../../../sandbox/profiles';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import type { UpdateAdvice } from '../../../src/core/plan/update-advice';
import { useAwsFiles } from '../../unit/adapters/aws/aws-files';
import { run } from '../../unit/cli/run';
import { clientsOf } from '../cloud/clients';

const connector = (plans: string, tenant = '11111111-2222-4333-8444-555555555555') => `name: contoso
account: { id: "123456789012" }
azure: { tenant: ${tenant}, subscription: 66666666-7777-4888-9999-000000000000, resourceGroup: rg-security, location: eastus }
plans:
  ${plans}
`;
const p1 = 'servers: { tier: P1 }';

describe('advice on updates', function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let restore: () => void;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    sandbox = await startSandbox({ clock: { msPerStep: 0 } });
    restore = useAwsFiles(profileFiles(sandbox));
    folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
    file = join(folder, 'contoso.connector.yaml');
    writeFileSync(file, connector(p1));
  });

  afterEach(async () => {
    restore();
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  const command = (...args: readonly string[]) => run([...args, '--profile', 'sandbox-single'], { env: { DEFENDER_CONNECTORS_STATE: join(folder, 'state') } });
  const deploy = async () => assert.equal((await command('deploy', file, '--yes')).code, 0);
  const advise = async (): Promise<UpdateAdvice & { readonly code: number }> => {
    const { code, stdout } = await command('plan', file, '--exit-code', '--format', 'json');
    return { ...(JSON.parse(stdout) as { advice: UpdateAdvice }).advice, code };
  };
  const kindsOf = ({ reasons }: UpdateAdvice) => [...new Set(reasons.map(({ kind }) => kind))];

  it('is that nothing is deployed yet, then that all is up to date', async () => {
    const before = await advise();
    assert.deepEqual([before.code, before.state], [1, 'notDeployed']);
    assert.equal((await command('plan', file)).code, 0, 'without the option, a plan that could be made is a success');
    await deploy();
    assert.deepEqual(await advise(), { code: 0, state: 'upToDate', reasons: [], gaps: [] });
    const { stdout } = await command('plan', file, '--exit-code');
    assert.match(stdout, /\nUp to date\.\n/);
  });

  it('is an update for another plan, with what each role lacks', async () => {
    await deploy();
    writeFileSync(file, connector('servers: { tier: P2, agentlessScanning: true }'));
    const advice = await advise();
    assert.deepEqual([advice.code, advice.state, kindsOf(advice)], [1, 'updateNeeded', ['plan']]);
    assert.match(advice.reasons[0]?.message ?? '', /^Turned on in the connector file, but not deployed: servers\./);
    assert.ok(advice.reasons.some(({ message }) => /^Role DefenderForCloud-AgentlessScanner is not in the stack\.$/.test(message)), JSON.stringify(advice.reasons));
  });

  it('is an update for another setting', async () => {
    await deploy();
    writeFileSync(file, connector(p1, '22222222-2222-4333-8444-555555555555'));
    const advice = await advise();
    assert.deepEqual([advice.code, kindsOf(advice)], [1, ['setting']]);
    assert.match(advice.reasons.map(({ message }) => message).join('\n'), /The tenant is 22222222-.* in the connector file and 11111111-.* in the stack\.[\s\S]*trusts others/);
  });

  it('is an update for newer facts', async () => {
    const { stdout } = await run(['generate', file]);
    const template = JSON.parse(stdout) as { Metadata: { DefenderConnectors: { CatalogChecked: string } }; Resources: Record<string, { Type: string; Properties: { ManagedPolicyArns?: unknown[] } }> };
    template.Metadata.DefenderConnectors.CatalogChecked = '2025-01-01';
    const role = Object.values(template.Resources).find(({ Type, Properties }) => Type === 'AWS::IAM::Role' && (Properties.ManagedPolicyArns?.length ?? 0) > 0);
    assert.ok(role);
    role.Properties.ManagedPolicyArns = [];
    writeFileSync(join(folder, 'old.json'), JSON.stringify(template));
    writeFileSync(file, `${readFileSync(file, 'utf8')}deployment: { template: old.json }\n`);
    await deploy();
    writeFileSync(file, connector(p1));
    const advice = await advise();
    assert.deepEqual([advice.code, kindsOf(advice)], [1, ['catalog']]);
    assert.match(advice.reasons[0]?.message ?? '', /made from facts of 2025-01-01; those at hand are of \d{4}-/);
    assert.match(advice.reasons[1]?.message ?? '', /^Role \S+ lacks the policy /);
  });

  it('is drift where somebody changed a role or a provider in IAM', async () => {
    await deploy();
    const { iam } = clientsOf(sandbox);
    const RoleName = 'CspmMonitorAws';
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'more', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:DeleteBucket', Resource: '*' }] }) }));
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }));
    const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'sts:AssumeRole' }] };
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: JSON.stringify(trust) }));
    const advice = await advise();
    assert.deepEqual([advice.code, kindsOf(advice)], [1, ['drift']]);
    const told = advice.reasons.map(({ message }) => message).join('\n');
    for (const words of ['CspmMonitorAws has s3:DeleteBucket besides', 'AdministratorAccess besides', 'trusts others']) assert.ok(told.includes(words), told);

    const arn = sandbox.state.account('123456789012').oidcProviders[0]?.arn;
    await iam.send(new DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }));
    assert.match((await command('plan', file, '--exit-code')).stdout, /drift +In AWS, the identity provider https:\/\/sts\.windows\.net\/\S+ is gone\./);
  });

  it('is an error where the stack failed', async () => {
    const { stdout } = await run(['generate', file]);
    const template = JSON.parse(stdout) as { Resources: Record<string, unknown> };
    template.Resources['Broken'] = { Type: 'AWS::IAM::ManagedPolicy', DependsOn: 'CspmMonitorRole', Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Perhaps', Action: 's3:GetObject', Resource: '*' }] } } };
    writeFileSync(join(folder, 'broken.json'), JSON.stringify(template));
    writeFileSync(file, `${connector(p1)}deployment: { template: broken.json }\n`);
    assert.equal((await command('deploy', file, '--yes')).code, 1);
    writeFileSync(file, connector(p1));
    const { code, stdout: told } = await command('plan', file, '--exit-code');
    assert.equal(code, 1);
    assert.match(told, /error +Stack defender-for-cloud failed: its status is ROLLBACK_COMPLETE\./);
  });
});
