import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { account, commandLine, contoso } from './command-line';

const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const sentinel = 'api://1462b192-27f7-4cb9-8523-0f4ecb54b47e';
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const role = 'CspmMonitorAws';
const plans = '{ servers: { tier: P1 } }';
const inStack = (stack: string) => `${contoso(plans)}deployment: { stack: ${stack} }\n`;

/** Each choice, from the refusal that offers it to where it leaves the account. */
describe('what exists already, on the command line', function () {
  this.timeout(60_000);
  const cli = commandLine({ connector: contoso(plans) });

  const deploy = (...choice: readonly string[]) => cli.command('deploy', cli.file, '--yes', ...choice.flatMap((each) => ['--on-conflict', each]));
  const standing = () => cli.sandbox.state.account(account).stacks.filter(({ deleted }) => !deleted);
  /** A plan takes back what it made; CloudFormation takes a moment for that. */
  const nothingStands = async () => {
    while (standing().length > 0) await setTimeout(20);
  };
  const provider = () => cli.sandbox.state.account(account).oidcProviders[0];
  const ownerOf = (name: string) => standing().find(({ resources }) => [...resources.values()].some(({ physicalId }) => physicalId === name))?.name;

  for (const region of ['us-east-1', 'eu-west-1'])
    it(`is updated in the stack that owns it, in ${region}`, async () => {
      cli.write(inStack('older'));
      assert.equal((await cli.command('deploy', cli.file, '--yes', '--region', region)).code, 0);
      // Of another region, a stack is known by the tags that it has put on what it made.
      const [{ id = '', name = '' } = {}] = standing();
      if (region !== 'us-east-1') Object.assign(cli.sandbox.state.role(account, role) ?? {}, { tags: [{ Key: 'aws:cloudformation:stack-id', Value: id }, { Key: 'aws:cloudformation:stack-name', Value: name }] });
      cli.write(inStack('newer').replace('tier: P1', 'tier: P2, agentlessScanning: true'));
      const refused = await deploy();
      assert.equal(refused.code, 1);
      assert.match(refused.stderr, new RegExp(`Update stack older in ${region} instead: --on-conflict \\w+=owner`));
      const updated = await deploy('owner');
      assert.equal(updated.code, 0, updated.stderr);
      assert.match(updated.stderr, new RegExp(`Updated stack older in account ${account} \\(${region}\\)`));
      assert.deepEqual(standing().map(({ name, status }) => [name, status]), [['older', 'UPDATE_COMPLETE']]);
      assert.equal(ownerOf('DefenderForCloud-AgentlessScanner'), 'older');
    });

  it('is imported into the stack as it is; what the deployment then gives it is acknowledged first', async () => {
    const before = structuredClone(cli.sandbox.seed.role(account, { name: role, trust }));
    assert.equal((await deploy()).code, 1);
    const planned = await cli.command('plan', cli.file, '--on-conflict', 'import');
    assert.match(planned.stdout, /> import AWS::IAM::Role \w+ \(CspmMonitorAws\)/);
    await nothingStands();
    const imported = await deploy('import');
    assert.equal(imported.code, 1);
    assert.match(imported.stderr, /Imported, as it was, into stack defender-for-cloud/);
    assert.match(imported.stderr, /may assume CspmMonitorAws and could not before/);
    assert.match(imported.stderr, /What was imported is in the stack/);
    assert.equal(ownerOf(role), 'defender-for-cloud');
    assert.deepEqual(cli.sandbox.state.role(account, role), before, 'changed in nothing');
    const acknowledged = /--acknowledge '([^']+)'/.exec(imported.stderr)?.[1] ?? '';
    const deployed = await cli.command('deploy', cli.file, '--yes', '--acknowledge', acknowledged);
    assert.equal(deployed.code, 0, deployed.stderr);
    assert.equal(cli.sandbox.state.role(account, role)?.arn, before.arn);
    assert.notDeepEqual(cli.sandbox.state.role(account, role)?.trust, before.trust);
  });

  it('is a provider that the stack takes over and keeps when it goes', async () => {
    const theirs = 'api://theirs';
    cli.sandbox.seed.oidcProvider(account, { url: `https://${issuer}`, clientIds: [sentinel, theirs] });
    const planned = await cli.command('plan', cli.file, '--on-conflict', 'import');
    assert.match(planned.stdout, /Imports into stack defender-for-cloud/);
    assert.match(planned.stdout, /, 1 to import\./);
    assert.match(planned.stderr, /takes it over as it is now/);
    await nothingStands();
    const done = await deploy('import');
    assert.equal(done.code, 0, done.stderr);
    assert.equal(ownerOf(provider()?.arn ?? ''), 'defender-for-cloud');
    assert.deepEqual(standing().map(({ status }) => status), ['UPDATE_COMPLETE']);
    assert.match(done.stderr, /It belongs to this stack and has api:\/\/theirs, which the template does not name/);
    assert.match(done.stdout, /~ modify AWS::IAM::OIDCProvider ASCDefendersOIDCIdentityProvider .*ClientIdList/);
    assert.equal((await cli.command('delete', cli.file, '--confirm', 'defender-for-cloud')).code, 0);
    assert.ok(provider(), 'kept, as the template says');
  });

  it('is left alone, and the stack has a role of another name', async () => {
    const before = structuredClone(cli.sandbox.seed.role(account, { name: role, trust }));
    assert.equal((await deploy('CspmMonitorRole=rename:Ours')).code, 0);
    assert.deepEqual([ownerOf('Ours'), ownerOf(role)], ['defender-for-cloud', undefined]);
    assert.deepEqual(cli.sandbox.state.role(account, role), before);
  });

  it('is a provider of others, which gets the audiences that it lacks, or is used as it is', async () => {
    cli.sandbox.seed.oidcProvider(account, { url: `https://${issuer}`, clientIds: [sentinel] });
    const kept = await deploy('keep');
    assert.equal(kept.code, 0, kept.stderr);
    assert.deepEqual(provider()?.clientIds, [sentinel]);
    assert.match(kept.stdout, /It lacks the audience/);
    const merged = await deploy('merge');
    assert.equal(merged.code, 0, merged.stderr);
    assert.equal(provider()?.clientIds[0], sentinel);
    assert.ok((provider()?.clientIds.length ?? 0) > 1, 'and those of Defender');
    assert.equal(ownerOf(provider()?.arn ?? ''), undefined);
    assert.equal((await cli.command('verify', cli.file)).code, 0);
  });

  it('stops everything', async () => {
    const before = structuredClone(cli.sandbox.seed.role(account, { name: role, trust }));
    const stopped = await deploy('stop');
    assert.equal(stopped.code, 1);
    assert.deepEqual([standing(), cli.sandbox.state.role(account, role)], [[], before]);
  });
});
