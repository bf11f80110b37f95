import type { ExecutionControl } from '../../../src/app/control';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import type { DeploymentPorts } from '../../../src/app/ports';
import type { PreflightControl } from '../../../src/app/preflight/preflight';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import type { Result } from '../../../src/core/model/result';
import type { DeploymentOutcome, DeploymentPreview } from '../../../src/core/plan/deployment-preview';
import { account, issuer, requestFor, roleResource, template, valueOf, type Cloud } from './cloud';

/** Something done to a stack from the first look to its end, which can be taken up again where it was cut off. */
export interface Journey {
  readonly name: 'create' | 'update' | 'import';
  /** Brings the cloud to where the journey begins. */
  prepare(cloud: Cloud): Promise<void>;
  /** Each call goes on with what the call before has learned. */
  start(): (ports: DeploymentPorts, tell?: Tell) => Promise<Result<DeploymentOutcome>>;
  /** Roles of the account at the end. */
  readonly roles: readonly string[];
  readonly stackStatus: string;
}

type Tell = PreflightControl & ExecutionControl;

const before = requestFor(template());
const after = requestFor(template({ actions: ['ec2:Describe*', 's3:List*'], more: { Second: roleResource('Second') } }));

/** Somebody else's provider, which the template would make if it were not there. */
export const providerOfOthers = (cloud: Cloud) =>
  cloud.sandbox.seed.oidcProvider(account, { url: `https://${issuer}`, clientIds: ['api://1462b192-27f7-4cb9-8523-0f4ecb54b47e'] });

function deployment(request: typeof before) {
  let preview: DeploymentPreview | undefined;
  return async (ports: DeploymentPorts, tell: Tell = {}): Promise<Result<DeploymentOutcome>> => {
    if (!preview) {
      const made = await previewDeployment(ports, request, tell);
      if (!made.ok) return made;
      preview = made.value;
    }
    return executeDeployment(ports, preview, tell);
  };
}

/** A role of somebody else's under the template's name. */
const roleOfOthers = ({ sandbox }: Cloud): Promise<void> => {
  const Statement = [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }];
  sandbox.seed.role(account, { name: 'CspmMonitorAws', trust: { Version: '2012-10-17', Statement } });
  return Promise.resolve();
};

async function deployBefore(cloud: Cloud): Promise<void> {
  valueOf(await deployment(before)(cloud.ports()));
}

export const journeys: readonly Journey[] = [
  { name: 'create', prepare: async () => undefined, start: () => deployment(before), roles: ['CspmMonitorAws'], stackStatus: 'CREATE_COMPLETE' },
  { name: 'update', prepare: deployBefore, start: () => deployment(after), roles: ['CspmMonitorAws', 'Second'], stackStatus: 'UPDATE_COMPLETE' },
  { name: 'import', prepare: roleOfOthers, start: () => deployment({ ...before, resolutions: { Role: { kind: 'import' } } }), roles: ['CspmMonitorAws'], stackStatus: 'IMPORT_COMPLETE' },
];
