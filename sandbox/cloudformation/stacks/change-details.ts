import { sameJson, type Json, type JsonObject } from '../../json';
import { referencesIn } from '../template/references';
import { resourceType } from '../resources/resource-types';
import type { ChangeDetail, Deployment, Stack, StackResource } from './stack';

export interface DetailQuestion {
  readonly stack: Stack;
  readonly deployment: Deployment;
  readonly resource: StackResource;
  readonly after: JsonObject;
  readonly replaced: ReadonlySet<string>;
}

/** Property by property: what changes in a resource, why, and whether it needs a new one. */
export function changeDetails(question: DetailQuestion): readonly ChangeDetail[] {
  const { resource: { properties: before }, after } = question;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => !sameJson(before[name], after[name]));
  return [...changed.map((name) => propertyDetail(question, name)), ...tagDetails(question), ...metadataDetails(question)];
}

function propertyDetail(question: DetailQuestion, name: string): ChangeDetail {
  const { resource: { type, properties: before }, after } = question;
  const cause = causeOf(question, name);
  const isCreateOnly = resourceType(type).createOnly.includes(name);
  return {
    attribute: name === 'Tags' ? 'Tags' : 'Properties',
    name: name === 'Tags' ? undefined : name,
    requiresRecreation: !isCreateOnly ? 'Never' : cause.evaluation === 'Static' ? 'Always' : 'Conditionally',
    changeType: before[name] === undefined ? 'Add' : after[name] === undefined ? 'Remove' : 'Modify',
    ...cause,
    before: valueText(before[name]),
    after: valueText(after[name]),
  };
}

type Cause = Pick<ChangeDetail, 'evaluation' | 'source' | 'cause'>;

/** Why a property changes: its own text, a parameter it names, or a resource it names that will be a new one. */
function causeOf({ stack, deployment, resource: { logicalId }, replaced }: DetailQuestion, name: string): Cause {
  const raw = (from: Deployment | undefined) => from?.template.resources.get(logicalId)?.properties[name];
  const { names, attributes } = referencesIn(raw(deployment));
  const attribute = attributes.find(([id]) => replaced.has(id));
  if (attribute) return { evaluation: 'Dynamic', source: 'ResourceAttribute', cause: attribute.join('.') };
  const reference = [...names].find((id) => replaced.has(id));
  if (reference) return { evaluation: 'Dynamic', source: 'ResourceReference', cause: reference };
  if (sameJson(raw(stack.deployment), raw(deployment))) {
    const parameter = [...names].find((key) => stack.deployment?.parameters.get(key) !== deployment.parameters.get(key));
    if (parameter) return { evaluation: 'Static', source: 'ParameterReference', cause: parameter };
  }
  return { evaluation: 'Static', source: 'DirectModification', cause: undefined };
}

function tagDetails({ stack, deployment, resource: { type } }: DetailQuestion): readonly ChangeDetail[] {
  const before = stack.deployment?.tags;
  if (!resourceType(type).properties.includes('Tags') || sameJson(before, deployment.tags)) return [];
  return [{
    attribute: 'Tags', name: undefined, requiresRecreation: 'Never', changeType: 'Modify', evaluation: 'Static',
    source: 'DirectModification', cause: undefined, before: JSON.stringify(before), after: JSON.stringify(deployment.tags),
  }];
}

function metadataDetails({ stack, deployment, resource: { logicalId } }: DetailQuestion): readonly ChangeDetail[] {
  const before = stack.deployment?.template.resources.get(logicalId)?.metadata;
  const after = deployment.template.resources.get(logicalId)?.metadata;
  if (sameJson(before, after)) return [];
  return [{
    attribute: 'Metadata', name: undefined, requiresRecreation: 'Never', changeType: 'Modify', evaluation: 'Static',
    source: 'DirectModification', cause: undefined, before: valueText(before), after: valueText(after),
  }];
}

const valueText = (value: Json | undefined): string | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
