import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { generateTemplate } from '../../src/core/generate/cloudformation';
import { accessTypes } from '../../src/core/model/connector';
import { allPlans, connectorWith } from '../unit/core/generate/connectors';
import { resolveTemplate, type Template } from '../unit/core/generate/resolve-template';
import { absence } from './peer';

describe('moto, deploying generated templates', function () {
  this.timeout(120_000);
  const missing = absence('python3', ['-c', 'import moto.server']);
  let server: ChildProcess | undefined;
  let endpoint: string;

  before(async function () {
    if (missing) {
      console.log(`      skipped: ${missing}`);
      this.skip();
    }
    const port = await freePort();
    endpoint = `http://127.0.0.1:${port}`;
    server = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    await answers(endpoint);
  });

  after(async () => {
    if (!server) return;
    server.kill();
    await once(server, 'exit');
  });

  for (const access of accessTypes) {
    it(`resolves the same trust documents, ${access}`, async () => {
      await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
      const template = withoutProviders(generateTemplate(connectorWith(allPlans, access), { generatorVersion: '0.0.0', format: 'json' }).body);
      const settings = { endpoint, region: 'eu-west-1', credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'none' } };
      await new CloudFormationClient(settings).send(
        new CreateStackCommand({ StackName: 'defender', TemplateBody: JSON.stringify(template), Capabilities: ['CAPABILITY_NAMED_IAM'] }),
      );
      const { roles } = resolveTemplate(template);
      assert.ok(roles.size > 10);
      const iam = new IAMClient(settings);
      for (const { name, trust } of roles.values()) {
        const { Role } = await iam.send(new GetRoleCommand({ RoleName: name }));
        const document = JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')) as { Statement: unknown };
        assert.deepEqual(document.Statement, trust, name);
      }
    });
  }
});

/** moto has no AWS::IAM::OIDCProvider, and fails a stack that has one. */
function withoutProviders(body: unknown): Template {
  const template = body as Template;
  const kept = Object.entries(template.Resources).filter(([, { Type }]) => Type !== 'AWS::IAM::OIDCProvider');
  return { ...template, Resources: Object.fromEntries(kept) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answers(endpoint: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${endpoint}/moto-api/`).catch(() => undefined);
    if (answer) return;
    await wait(100);
  }
  throw new Error(`moto does not answer at ${endpoint}.`);
}
