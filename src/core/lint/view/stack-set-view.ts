import { entryOf } from '../../document/entry-of';
import type { Located, LocatedEntry, LocatedScalar } from '../../document/located';
import type { ResourceView } from './resource-view';

/** An `AWS::CloudFormation::StackSet` of a template, which rolls out a template of its own. */
export interface StackSetView {
  readonly permissionModel: LocatedScalar | undefined;
  readonly isServiceManaged: boolean;
  readonly body: { readonly entry: LocatedEntry; readonly text: string } | undefined;
  readonly callAs: LocatedScalar | undefined;
  readonly autoDeployment: LocatedEntry | undefined;
  readonly capabilities: LocatedEntry | undefined;
  /** Lists of regions, one for each group of instances. */
  readonly regions: readonly Located[];
}

export function stackSetView({ properties }: ResourceView): StackSetView {
  const permissionModel = scalar(entryOf(properties, 'PermissionModel')?.value);
  const body = entryOf(properties, 'TemplateBody');
  const text = body && bodyText(body.value);
  const groups = entryOf(properties, 'StackInstancesGroup')?.value;
  return {
    permissionModel,
    isServiceManaged: permissionModel?.value === 'SERVICE_MANAGED',
    body: body && text !== undefined ? { entry: body, text } : undefined,
    callAs: scalar(entryOf(properties, 'CallAs')?.value),
    autoDeployment: entryOf(properties, 'AutoDeployment'),
    capabilities: entryOf(properties, 'Capabilities'),
    regions: groups?.kind === 'sequence' ? groups.items.flatMap((group) => entryOf(group, 'Regions')?.value ?? []) : [],
  };
}

/** A text as it is, or with variables; other functions make a text that is not known. */
function bodyText(node: Located): string | undefined {
  if (node.kind === 'scalar') return String(node.value ?? '');
  const call = entryOf(node, 'Fn::Sub')?.value;
  const text = call?.kind === 'sequence' ? call.items[0] : call;
  return text?.kind === 'scalar' ? String(text.value ?? '') : undefined;
}

const scalar = (node: Located | undefined): LocatedScalar | undefined => (node?.kind === 'scalar' ? node : undefined);

/** What the text of a template shows without being read: it may be of either format, and have variables in it. */
export const bodyHas = {
  identityResources: (text: string): boolean => /["']?Type["']?\s*:\s*["']?AWS::IAM::/.test(text),
  namedIdentities: (text: string): boolean => /["']?(?:RoleName|ManagedPolicyName|InstanceProfileName|UserName|GroupName)["']?\s*:/.test(text),
  nestedStack: (text: string): boolean => /["']?Type["']?\s*:\s*["']?AWS::CloudFormation::Stack\b(?!Set)/.test(text),
  transform: (text: string): boolean => /(?:^|[\n{,])[ \t]*["']?Transform["']?[ \t]*:|Fn::Transform/.test(text),
} as const;
