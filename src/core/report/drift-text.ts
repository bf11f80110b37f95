import type { DriftReport, PropertyDrift, ResourceDrift } from '../model/drift';
import type { PermissionDiff, TrustDiff } from '../plan/deployment-preview';
import { permissionDiff } from '../plan/permission-diff';
import { asJson, type Json } from '../plan/template-body';
import { trustLines } from '../plan/trust-lines';

/** What differs from the template, resource by resource: permissions and trust in words, the rest property by property. */
export function driftText({ status, resources, inSync }: DriftReport, stack: string): string {
  if (status === 'inSync') return `Stack ${stack} is as its template says: ${inSync} ${inSync === 1 ? 'resource' : 'resources'} compared.\n`;
  if (status === 'notChecked' && resources.length === 0) return `Stack ${stack} has no resource that CloudFormation can compare.\n`;
  const head = `Stack ${stack} has drifted: ${resources.length} of ${resources.length + inSync} compared resources differ from the template.`;
  return [head, ...resources.flatMap((resource) => ['', ...driftLines(resource)]), ''].join('\n');
}

/** One resource: a title, then a line for each thing that differs. `+` is what somebody added, `-` what is missing. */
export function driftLines(resource: ResourceDrift): readonly string[] {
  const { logicalId, physicalId, type, status } = resource;
  const title = `${logicalId} (${type}${physicalId === null ? '' : `, ${physicalId}`})`;
  if (status === 'deleted') return [`${title} is gone: it was deleted outside CloudFormation.`];
  const [expected, actual] = [parsed(resource.expected), parsed(resource.actual)];
  const words = expected && actual ? [...trust(expected, actual), ...permissions(permissionDiff(expected, actual))] : [];
  const rest = resource.differences.filter(({ path }) => words.length === 0 || !/^\/(AssumeRolePolicyDocument|Policies|PolicyDocument|ManagedPolicyArns)\b/.test(path));
  return [`${title} was changed:`, ...words, ...rest.map(propertyLine)];
}

function parsed(text: string | null): Json | null {
  try {
    return text === null ? null : asJson(JSON.parse(text));
  } catch {
    return null;
  }
}

function trust(expected: Json, actual: Json): readonly string[] {
  const diff: TrustDiff = { before: trustLines(expected['AssumeRolePolicyDocument']), after: trustLines(actual['AssumeRolePolicyDocument']) };
  return [
    ...diff.before.filter((line) => !diff.after.includes(line)).map((line) => `  - trust: ${line}`),
    ...diff.after.filter((line) => !diff.before.includes(line)).map((line) => `  + trust: ${line}`),
  ];
}

const permissions = (diff: PermissionDiff | null): readonly string[] =>
  diff === null
    ? []
    : [
        ...diff.managedPoliciesRemoved.map((policy) => `  - policy ${policy}`),
        ...diff.managedPoliciesAdded.map((policy) => `  + policy ${policy}`),
        ...diff.removed.map((action) => `  - ${action}`),
        ...diff.added.map((action) => `  + ${action}`),
        ...diff.rescoped.map((action) => `  ~ ${action} (other resources or conditions)`),
      ];

const signs: Readonly<Record<PropertyDrift['kind'], string>> = { added: '+', removed: '-', changed: '~' };

function propertyLine({ path, expected, actual, kind }: PropertyDrift): string {
  const values = { added: `is ${actual}`, removed: `was ${expected}`, changed: `is ${actual}, not ${expected}` }[kind];
  return `  ${signs[kind]} ${path.replace(/^\//, '').replaceAll('/', '.')} ${values}`;
}
