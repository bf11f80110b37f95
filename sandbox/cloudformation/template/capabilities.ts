import { ServiceError } from '../../service-error';
import type { Template } from './template';

export interface RequiredCapability {
  readonly capability: 'CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM';
  readonly reason: string;
}

/** The types that need an acknowledgement, each with the property that names it. Source: CreateStack, Capabilities. */
const nameProperties: Readonly<Record<string, string | undefined>> = {
  'AWS::IAM::AccessKey': undefined,
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Policy': undefined,
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::UserToGroupAddition': undefined,
};

export function requiredCapability(template: Template): RequiredCapability | undefined {
  const iam = [...template.resources.values()].filter(({ type }) => type in nameProperties);
  if (iam.length === 0) return undefined;
  const named = iam.some(({ type, properties }) => {
    const property = nameProperties[type];
    return property !== undefined && properties[property] !== undefined;
  });
  const types = [...new Set(iam.map(({ type }) => type))].join(', ');
  return {
    capability: named ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM',
    reason: `The following resource(s) require capabilities: [${types}]`,
  };
}

/** Text: as CreateStack is reported to answer. Naming the stronger capability covers the weaker one. */
export function checkCapabilities(template: Template, acknowledged: readonly string[]): void {
  const required = requiredCapability(template)?.capability;
  if (!required || acknowledged.includes('CAPABILITY_NAMED_IAM') || acknowledged.includes(required)) return;
  throw new ServiceError('InsufficientCapabilitiesException', `Requires capabilities : [${required}]`);
}
