import assert from 'node:assert/strict';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import type { DeploymentPorts } from '../../../src/app/ports';
import { generateTemplate } from '../../../src/core/generate/cloudformation';
import { s3ObjectOf } from '../../../src/core/generate/s3-address';
import type { Connector } from '../../../src/core/model/connector';
import { wizardConnectors } from '../../wizard-pairs';
import { startCloud, valueOf, type Cloud } from '../deploy/cloud';

const profiles: Readonly<Record<string, string>> = { '123456789012': 'sandbox-single', '210987654321': 'sandbox-management' };

describe('every two answers of the wizard', function () {
  this.timeout(120_000);
  let cloud: Cloud;
  before(async () => void (cloud = await startCloud({ stepsPerPause: 200, pageSize: 100 })));
  after(() => cloud.stop());

  it('deploy to an account that has nothing of it, and go away again but for the identity providers', async () => {
    for (const connector of wizardConnectors()) {
      const ports = cloud.ports({ profile: profiles[connector.account.id] ?? assert.fail(), region: connector.deployment.region });
      const { roles } = await deploy(connector, ports);
      const made = cloud.sandbox.state.account(connector.account.id).roles.map(({ name }) => name);
      assert.deepEqual([...made].sort(), [...roles].sort());
      for (const name of Object.values(connector.roles).filter((each) => roles.includes(each))) assert.ok(cloud.sandbox.state.role(connector.account.id, name));
      valueOf(await ports.stacks.delete(connector.deployment.stack, crypto.randomUUID()));
      cloud.sandbox.clock.runAll();
      assert.deepEqual(cloud.sandbox.state.account(connector.account.id).roles, []);
    }
  });

  it('deploy as an update of one another, here every third, and leave what the last one wants', async () => {
    const same = wizardConnectors().filter((_, index) => index % 3 === 0).map((connector): Connector => ({ ...connector, account: { ...connector.account, id: '123456789012' }, deployment: { ...connector.deployment, stack: 'one', region: 'us-east-1' } }));
    const ports = cloud.ports();
    for (const connector of same) {
      const { roles } = await deploy(connector, ports);
      assert.deepEqual(cloud.sandbox.state.account('123456789012').roles.map(({ name }) => name).sort(), [...roles].sort());
    }
  });

  /** Previews and deploys as the connector says, through S3 where it says so. Gives the names of the roles. */
  async function deploy(connector: Connector, ports: DeploymentPorts): Promise<{ readonly roles: readonly string[] }> {
    const { template: file } = connector.deployment;
    // A bucket belongs to one account.
    const templateUrl = connector.deployment.templateUrl?.replace('//contoso-', `//contoso-${connector.account.id}-`);
    const template = generateTemplate(connector, { generatorVersion: '0', format: file?.endsWith('.yaml') ? 'yaml' : 'json' });
    if (templateUrl !== undefined) await upload(templateUrl, connector.account.id, template.text);
    const request = { connector, template: { ...template, url: templateUrl, byUrl: templateUrl !== undefined } };
    const preview = valueOf(await previewDeployment(ports, request));
    const outcome = valueOf(await executeDeployment(ports, preview, { acknowledged: preview.escalations.map(({ id }) => id) }));
    assert.ok(outcome.result === 'succeeded' || preview.action === 'none', outcome.summary);
    const stack = cloud.sandbox.state.stack(connector.account.id, connector.deployment.stack);
    return { roles: [...(stack?.resources.values() ?? [])].filter(({ type }) => type === 'AWS::IAM::Role').map(({ physicalId }) => physicalId ?? '') };
  }

  async function upload(address: string, accountId: string, text: string): Promise<void> {
    const { bucket, key } = s3ObjectOf(address) ?? assert.fail();
    const owner = cloud.sandbox.accounts.find(({ id }) => id === accountId) ?? assert.fail();
    if (!cloud.sandbox.state.account(accountId).buckets.some(({ name }) => name === bucket)) cloud.sandbox.seed.bucket(accountId, bucket);
    const client = new S3Client({ endpoint: cloud.sandbox.endpoint, region: 'us-east-1', credentials: owner });
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: text }));
  }
});
