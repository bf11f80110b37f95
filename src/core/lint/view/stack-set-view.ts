import { entryOf } from '../../document/entry-of';
import { formatOf } from '../../document/format-of';
import type { Located, LocatedEntry, LocatedScalar } from '../../document/located';
import { readDocument } from '../../document/read-document';
import { valueAt } from '../../document/value-at';
import { type ResourceView, resourceViews } from './resource-view';

/** An `AWS::CloudFormation::StackSet` of a template, which rolls out a template of its own. */
export interface StackSetView {
  readonly permissionModel: LocatedScalar | undefined;
  readonly isServiceManaged: boolean;
  /** Undefined where it stands elsewhere or cannot be read. Its places are not places of this file. */
  readonly body: StackSetBody | undefined;
  readonly callAs: LocatedScalar | undefined;
  readonly autoDeployment: LocatedEntry | undefined;
  readonly capabilities: LocatedEntry | undefined;
  /** Lists of regions, one for each group of instances. */
  readonly regions: readonly Located[];
}

export interface StackSetBody {
  readonly entry: LocatedEntry;
  readonly resources: readonly ResourceView[];
  readonly hasTransform: boolean;
}

export function stackSetView({ properties }: ResourceView): StackSetView {
  const permissionModel = scalar(entryOf(properties, 'PermissionModel')?.value);
  const body = entryOf(properties, 'TemplateBody');
  const groups = entryOf(properties, 'StackInstancesGroup')?.value;
  return {
    permissionModel,
    isServiceManaged: permissionModel?.value === 'SERVICE_MANAGED',
    body: body && readBody(body),
    callAs: scalar(entryOf(properties, 'CallAs')?.value),
    autoDeployment: entryOf(properties, 'AutoDeployment'),
    capabilities: entryOf(properties, 'Capabilities'),
    regions: groups?.kind === 'sequence' ? groups.items.flatMap((group) => entryOf(group, 'Regions')?.value ?? []) : [],
  };
}

function readBody(entry: LocatedEntry): StackSetBody | undefined {
  const text = bodyText(entry.value);
  const { root, syntaxErrors } = text === undefined ? { root: undefined, syntaxErrors: [] } : readDocument(text, formatOf('', text));
  if (text === undefined || root?.kind !== 'map' || syntaxErrors.length > 0) return undefined;
  const hasTransform = valueAt(root, 'Transform') !== undefined || /Fn::Transform|!Transform/.test(text);
  return { entry, resources: resourceViews(root), hasTransform };
}

/** A text as it is, or with variables; other functions make a text that is not known. */
function bodyText(node: Located): string | undefined {
  if (node.kind === 'scalar') return String(node.value ?? '');
  const call = entryOf(node, 'Fn::Sub')?.value;
  const text = call?.kind === 'sequence' ? call.items[0] : call;
  return text?.kind === 'scalar' ? String(text.value ?? '') : undefined;
}

const scalar = (node: Located | undefined): LocatedScalar | undefined => (node?.kind === 'scalar' ? node : undefined);
