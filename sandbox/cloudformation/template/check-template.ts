import { validationError } from '../../service-error';
import { isSupportedType } from '../resources/resource-types';
import { checkNoCycle } from './dependencies';
import { templateLimits } from './limits';
import { referencesIn } from './references';
import type { Template } from './template';

/** Refuses, before anything is made, what CloudFormation finds wrong with a template as a whole. */
export function checkTemplate(template: Template): void {
  checkLimits(template);
  const unknown = [...new Set([...template.resources.values()].map(({ type }) => type))].filter((type) => !isSupportedType(type));
  if (unknown.length > 0) throw formatError(`Unrecognized resource types: [${unknown.join(', ')}]`);
  checkConditions(template);
  checkReferences(template);
  checkNoCycle(template);
}

const pseudoParameters: readonly string[] = [
  'AWS::AccountId', 'AWS::NotificationARNs', 'AWS::NoValue', 'AWS::Partition', 'AWS::Region', 'AWS::StackId',
  'AWS::StackName', 'AWS::URLSuffix',
];

const formatError = (message: string) => validationError(`Template format error: ${message}`);

function checkReferences(template: Template): void {
  const named = [...template.resources.values()].flatMap(({ properties, dependsOn, metadata }) => {
    const { names, attributes } = referencesIn([properties, metadata ?? null]);
    return [...names, ...attributes.map(([resource]) => resource), ...dependsOn];
  });
  const missing = named.filter((name) => !isKnown(template, name));
  if (missing.length > 0) {
    throw formatError(`Unresolved resource dependencies [${[...new Set(missing)].join(', ')}] in the Resources block of the template`);
  }
  for (const { value } of template.outputs.values()) {
    const { names, attributes } = referencesIn(value);
    const lost = [...names, ...attributes.map(([resource]) => resource)].filter((name) => !isKnown(template, name));
    if (lost.length > 0) throw formatError(`Unresolved resource dependencies [${lost.join(', ')}] in the Outputs block of the template`);
  }
}

const isKnown = (template: Template, name: string): boolean =>
  template.resources.has(name) || template.parameters.has(name) || pseudoParameters.includes(name);

function checkConditions(template: Template): void {
  const used = [...template.resources.values(), ...template.outputs.values()].flatMap(({ condition }) => condition ?? []);
  const missing = used.find((name) => !template.conditions.has(name));
  if (missing) throw formatError(`Condition ${missing} is not defined.`);
  for (const value of template.conditions.values()) {
    const { names, attributes } = referencesIn(value);
    const foreign = [...names].filter((name) => !template.parameters.has(name) && !pseudoParameters.includes(name));
    if (foreign.length > 0 || attributes.length > 0) {
      throw formatError(`Unresolved dependencies [${[...foreign, ...attributes.map(([id]) => id)].join(', ')}]. Cannot reference resources in the Conditions block of the template`);
    }
  }
}

function checkLimits(template: Template): void {
  const counts = [
    ['parameters', template.parameters.size], ['resources', template.resources.size], ['outputs', template.outputs.size],
    ['mappings', Object.keys(template.mappings).length],
  ] as const;
  for (const [section, count] of counts) {
    const most = templateLimits[section];
    if (count > most) throw formatError(`Number of ${section}, ${count}, is greater than maximum allowed, ${most}`);
  }
  if (Buffer.byteLength(template.description ?? '') > templateLimits.descriptionBytes) {
    throw formatError(`'Description' length is greater than ${templateLimits.descriptionBytes}.`);
  }
}
