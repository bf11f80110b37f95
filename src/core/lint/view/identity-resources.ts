import { entryOf } from '../../document/entry-of';
import type { ResourceView } from './resource-view';

/** Resources that CloudFormation makes only for those who acknowledge it. An identity provider is not among them. */
export const identityResources = (all: readonly ResourceView[]): readonly ResourceView[] =>
  all.filter(({ type }) => acknowledged.has(type));

/** Resources of IAM that have a name of their own, which an account has once. */
export const namedIdentities = (all: readonly ResourceView[]): readonly ResourceView[] =>
  all.filter(({ type, properties }) => {
    const name = acknowledged.get(type);
    return name !== undefined && name !== '' && entryOf(properties, name) !== undefined;
  });

/** Types of IAM with the property that names them. */
const acknowledged: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::AccessKey', ''],
  ['AWS::IAM::Group', 'GroupName'],
  ['AWS::IAM::InstanceProfile', 'InstanceProfileName'],
  ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName'],
  ['AWS::IAM::Policy', ''],
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::IAM::User', 'UserName'],
  ['AWS::IAM::UserToGroupAddition', ''],
]);
