import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DeploymentPreview } from '../../../src/core/plan/deployment-preview';
import type { UpdateAdvice } from '../../../src/core/plan/update-advice';
import { account, commandLine, contoso, mine } from './command-line';

interface Template {
  readonly Parameters: Record<string, { Default: string }>;
  readonly Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
}

describe("another template in place of the connector's, on the command line", function () {
  this.timeout(60_000);
  const cli = commandLine({ connector: contoso('{ servers: { tier: P1 } }') });

  /** What the connector gives, with one thing changed. */
  async function changed(change: (template: Template) => void): Promise<string> {
    const template = JSON.parse((await cli.run(['generate', cli.file])).stdout) as Template;
    change(template);
    return JSON.stringify(template, null, 2);
  }
  const write = (text: string): string => {
    const path = join(cli.folder, 'other.template.json');
    writeFileSync(path, text);
    return path;
  };
  const roleOf = ({ Resources }: Template) => {
    const role = Object.values(Resources).find(({ Type }) => Type === 'AWS::IAM::Role');
    assert.ok(role);
    return role;
  };
  const described = (template: Template) => void (roleOf(template).Properties['Description'] = 'Ours');

  it('is planned and deployed from a file; the stack keeps its parameters', async () => {
    const first = await changed(({ Parameters }) => void (Parameters['CspmMonitorAwsRoleName'] = { ...Parameters['CspmMonitorAwsRoleName'], Default: 'Monitor' }));
    const created = await cli.command('deploy', cli.file, '--yes', '--template', write(first));
    assert.equal(created.code, 0, created.stderr);
    assert.ok(cli.sandbox.state.role(account, 'Monitor'));

    const other = write(await changed(described));
    const plan = await cli.command('plan', cli.file, '--template', other, '--exit-code', '--format', 'json');
    assert.equal(plan.code, 1, plan.stderr);
    const preview = JSON.parse(plan.stdout) as DeploymentPreview & { advice: UpdateAdvice };
    assert.match(preview.notes[0] ?? '', /^The template is .*other\.template\.json, in place of the connector's own\./);
    assert.deepEqual(preview.changes.map(({ action, properties, replacement }) => [action, properties, replacement]), [['modify', ['Description'], 'never']]);
    assert.equal(preview.advice.state, 'upToDate', 'no role is another one');

    const deployed = await cli.command('deploy', cli.file, '--yes', '--template', other);
    assert.equal(deployed.code, 0, deployed.stderr);
    assert.equal(cli.sandbox.state.role(account, 'Monitor')?.description, 'Ours');
    assert.equal((await cli.command('plan', cli.file, '--template', other, '--exit-code')).code, 0);
  });

  it('is read from an address', async () => {
    const text = await changed(described);
    const server = createServer((_, response) => void response.end(text));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/other.template.json`;
      const { code, stdout, stderr } = await cli.command('plan', cli.file, '--template', address);
      assert.equal(code, 0, stderr);
      assert.match(stdout, /Note +The template is http:\/\/127\.0\.0\.1:\d+\/other\.template\.json, in place of the connector's own\./);
      const absent = await cli.command('plan', cli.file, '--template', address.replace(/:\d+/, ':9'));
      assert.deepEqual([absent.code, absent.stdout], [3, '']);
      assert.match(absent.stderr, /No template can be read from http:\/\/127\.0\.0\.1:9\//);
    } finally {
      server.close();
    }
  });

  it('with mistakes is taken only by a person who says so', async () => {
    const wrong = write(await changed((template) => void delete (roleOf(template).Properties['AssumeRolePolicyDocument'] as { Statement: Record<string, unknown>[] }).Statement[0]?.['Condition']));
    const refused = await cli.command('deploy', cli.file, '--yes', '--template', wrong);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /other\.template\.json has .*line \d+: .*Put the template right/);
    assert.equal(cli.sandbox.requests().length, 0);
    const taken = await cli.run(['plan', cli.file, '--template', wrong, ...mine], { tty: true, stdin: 'y\n' });
    assert.match(taken.stderr, /Take this template all the same\? \[y\/N\]/);
    assert.ok(cli.sandbox.requests().some(({ operation }) => operation === 'cloudformation.ValidateTemplate'));
  });

  it('that is none, or at no address, is a wrong argument or a missing file', async () => {
    for (const address of ['s3://bucket/other.json', 'http://example.com/other.json', 'ftp://example.com/a'])
      assert.equal((await cli.command('plan', cli.file, '--template', address)).code, 2, address);
    assert.equal((await cli.command('plan', cli.file, '--template', join(cli.folder, 'none.json'))).code, 3);
    assert.match((await cli.command('plan', cli.file, '--template', write('{}'))).stderr, /is not a CloudFormation template: it has no Resources/);
  });
});
