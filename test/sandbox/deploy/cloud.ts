import { createAwsPorts, type AwsOptions } from '../../../src/adapters/aws';
import type { DeploymentPorts } from '../../../src/app/ports';
import type { PreviewRequest } from '../../../src/app/preview/preview-deployment';
import type { Connector } from '../../../src/core/model/connector';
import type { Result } from '../../../src/core/model/result';
import { profileFiles } from '../../../sandbox/profiles';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { useAwsFiles } from '../../unit/adapters/aws/aws-files';

/** A sandbox whose time stands still but for our own pauses: each of them is a step of the cloud, or some. */
export interface Cloud {
  readonly sandbox: Sandbox;
  ports(options?: Partial<AwsOptions>): DeploymentPorts;
  stop(): Promise<void>;
}

export async function startCloud({ stepsPerPause = 1, pageSize = 5 } = {}): Promise<Cloud> {
  const sandbox = await startSandbox({ clock: 'manual', pageSize });
  const restore = useAwsFiles(profileFiles(sandbox));
  return {
    sandbox,
    ports: (options = {}) => ({
      ...createAwsPorts({ profile: 'sandbox-single', region: 'us-east-1', attempts: 2, timeout: 2_000, ...options }),
      clock: steppingClock(sandbox, stepsPerPause),
    }),
    async stop() {
      restore();
      await sandbox.stop();
    },
  };
}

export function steppingClock({ clock }: Sandbox, steps: number): DeploymentPorts['clock'] {
  let time = Date.parse('2026-01-01T00:00:00Z');
  return {
    now: () => time,
    async sleep(milliseconds) {
      time += milliseconds;
      for (let step = 0; step < steps; step++) clock.tick();
    },
  };
}

export const account = '123456789012';
export const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';

export const connector: Connector = {
  name: 'contoso',
  account: { id: account, type: 'single', excluded: [] },
  regions: 'all',
  scanIntervalHours: 12,
  azure: {
    tenant: '11111111-2222-4333-8444-555555555555',
    subscription: '66666666-7777-4888-9999-000000000000',
    resourceGroup: 'rg-security',
    location: 'eastus',
  },
  access: 'default',
  plans: {},
  roles: {},
  deployment: { method: 'cloudFormation', stack: 'defender', region: 'us-east-1' },
};

interface RoleOptions {
  readonly name?: string;
  readonly actions?: readonly string[];
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A provider that a parameter turns off, and one role that trusts it. */
export function template({ name = 'CspmMonitorAws', actions = ['ec2:Describe*'], more = {} }: RoleOptions = {}) {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Parameters: {
      RoleName: { Type: 'String', Default: name },
      ProviderExists: { Type: 'String', Default: 'false', AllowedValues: ['true', 'false'] },
    },
    Conditions: { MakeProvider: { 'Fn::Equals': [{ Ref: 'ProviderExists' }, 'false'] } },
    Resources: {
      Provider: {
        Type: 'AWS::IAM::OIDCProvider',
        Condition: 'MakeProvider',
        DeletionPolicy: 'RetainExceptOnCreate',
        Properties: {
          Url: `https://${issuer}`,
          ClientIdList: ['api://a', 'api://b'],
          ThumbprintList: ['626d44e704d1ceabe3bf0d53397464ac8080142c'],
        },
      },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { RoleName: { Ref: 'RoleName' }, AssumeRolePolicyDocument: trust('api://a'), Policies: [policy(actions)] },
      },
      ...more,
    },
    Outputs: { RoleArn: { Description: 'ARN of the role', Value: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
  };
}

export const roleResource = (name: string, actions: readonly string[] = ['s3:ListAllMyBuckets']) => ({
  Type: 'AWS::IAM::Role',
  Properties: { RoleName: name, AssumeRolePolicyDocument: trust('api://b'), Policies: [policy(actions)] },
});

const trust = (audience: string) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${issuer}` } },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [`${issuer}:aud`]: audience } },
    },
  ],
});

const policy = (actions: readonly string[]) => ({
  PolicyName: 'Read',
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] },
});

export function requestFor(body: Readonly<Record<string, unknown>>, changes: Partial<Connector> = {}): PreviewRequest {
  const text = JSON.stringify(body, undefined, 2);
  return {
    connector: { ...connector, ...changes },
    template: { text, body, bytes: Buffer.byteLength(text), limit: 51_200, minified: false },
  };
}

/** The value, or a failed test that shows the Problem. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code}: ${result.error.message} ${result.error.detail ?? ''}`);
}

export function problemOf(result: Result<unknown>) {
  if (!result.ok) return result.error;
  throw new Error(`There is no problem but ${JSON.stringify(result.value)}`);
}
