import type { AwsOptions } from '../../../src/adapters/aws';
import { createVerificationPorts } from '../../../src/adapters/aws/verification';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { verifyConnector, type VerificationControl } from '../../../src/app/verification/verify-connector';
import { readDocument } from '../../../src/core/document/read-document';
import { generateTemplate } from '../../../src/core/generate/cloudformation';
import type { Connector } from '../../../src/core/model/connector';
import { connector as base, startCloud, valueOf, type Cloud } from '../deploy/cloud';

export { account, valueOf, type Cloud } from '../deploy/cloud';

export const start = (): Promise<Cloud> => startCloud({ stepsPerPause: 30 });

/** One region, so that a test makes few requests. */
export const connector: Connector = { ...base, regions: ['us-east-1'], access: 'leastPrivilege' };

/** Deploys the template that the connector asks for. */
export async function deploy(cloud: Cloud, wanted: Connector): Promise<void> {
  const template = generateTemplate(wanted, { generatorVersion: '0.0.0', format: 'json' });
  const preview = valueOf(await previewDeployment(cloud.ports(), { connector: wanted, template }));
  const outcome = valueOf(await executeDeployment(cloud.ports(), preview));
  if (outcome.result !== 'succeeded') throw new Error(outcome.summary);
}

export async function verifyIn(wanted: Connector, control: VerificationControl = {}, options: Partial<AwsOptions> = {}) {
  const ports = createVerificationPorts({ profile: 'sandbox-single', region: wanted.deployment.region, attempts: 2, timeout: 2_000, ...options });
  const file = { fileName: 'contoso.connector.json', document: readDocument(JSON.stringify(wanted), 'json') };
  return verifyConnector(ports, { connector: wanted, file }, control);
}
