import { deprecatedRuntime } from '../catalog/lambda-runtimes';
import { resolveValue } from './resolve-value';
import { rolePictures, type RolePicture } from './role-pictures';
import { asJson, asList, resourcesOf, type TemplateBody } from './template-body';
import type { TemplateScope } from './template-scope';
import type { UpdateReason, UpdateReasonKind } from './update-advice';

/** Why a deployed template is not the one that is wanted: by plans, settings, roles, permissions and trust, not by text. */
export function templateDifferences(deployed: TemplateScope, wanted: TemplateScope): readonly UpdateReason[] {
  const roles = roleDifferences(deployed, wanted);
  const stated = statedDifferences(metadataOf(deployed.body), metadataOf(wanted.body), roles.length > 0);
  const kind = stated[0]?.kind ?? 'setting';
  return [...stated, ...roles.map(({ resource, message }) => ({ kind, resource, message }))];
}

interface Metadata {
  readonly features: readonly string[] | null;
  readonly access: string | null;
  readonly tenant: string | null;
  readonly checked: string | null;
}

/** What our generator writes into a template; nulls for the portal's. */
function metadataOf(body: TemplateBody): Metadata {
  const ours = asJson(asJson(body['Metadata'])['DefenderConnectors']);
  const text = (key: string) => (typeof ours[key] === 'string' ? ours[key] : null);
  return { features: Array.isArray(ours['Features']) ? ours['Features'].map(String) : null, access: text('Access'), tenant: text('Tenant'), checked: text('CatalogChecked') };
}

function statedDifferences(deployed: Metadata, wanted: Metadata, rolesDiffer: boolean): readonly UpdateReason[] {
  const reason = (kind: UpdateReasonKind, message: string): UpdateReason => ({ kind, resource: null, message });
  const on = without(wanted.features, deployed.features);
  const off = without(deployed.features, wanted.features);
  const settings = (['access', 'tenant'] as const).filter((key) => deployed[key] !== null && wanted[key] !== null && deployed[key] !== wanted[key]);
  const isOlder = deployed.checked !== null && wanted.checked !== null && deployed.checked < wanted.checked;
  return [
    ...(on.length > 0 ? [reason('plan', `Turned on in the connector file, but not deployed: ${on.join(', ')}.`)] : []),
    ...(off.length > 0 ? [reason('plan', `Deployed, but turned off in the connector file: ${off.join(', ')}.`)] : []),
    ...settings.map((key) => reason('setting', `The ${key} is ${wanted[key]} in the connector file and ${deployed[key]} in the stack.`)),
    // Newer facts that change nothing are no reason.
    ...(rolesDiffer && isOlder ? [reason('catalog', `The stack was made from facts of ${deployed.checked}; those at hand are of ${wanted.checked}.`)] : []),
    ...(rolesDiffer && deployed.features === null ? [reason('catalog', 'The stack was not made by Defender Connectors, and its roles differ.')] : []),
  ];
}

const without = (some: readonly string[] | null, others: readonly string[] | null): readonly string[] =>
  some && others ? some.filter((each) => !others.includes(each)) : [];

type RoleDifference = Pick<UpdateReason, 'resource' | 'message'>;

function roleDifferences(deployed: TemplateScope, wanted: TemplateScope): readonly RoleDifference[] {
  const [old, next] = [rolePictures(deployed), rolePictures(wanted)];
  const missing = [...next.values()].filter(({ logicalId }) => !old.has(logicalId));
  const extra = [...old.values()].filter(({ logicalId }) => !next.has(logicalId));
  const both = [...next.values()].flatMap((role) => {
    const before = old.get(role.logicalId);
    return before ? compareRoles(before, role) : [];
  });
  return [
    ...missing.map((role) => ({ resource: role.logicalId, message: `Role ${shown(role)} is not in the stack.` })),
    ...extra.map((role) => ({ resource: role.logicalId, message: `Role ${shown(role)} is in the stack and no longer wanted.` })),
    ...both,
  ];
}

const shown = ({ name, logicalId }: RolePicture) => name ?? logicalId;

function compareRoles(before: RolePicture, after: RolePicture): readonly RoleDifference[] {
  const tell = (message: string) => ({ resource: after.logicalId, message: `Role ${shown(after)} ${message}` });
  const lacks = [...after.permissions.keys()].filter((action) => !before.permissions.has(action));
  const has = [...before.permissions.keys()].filter((action) => !after.permissions.has(action));
  const policies = [after.managedPolicies.filter((arn) => !before.managedPolicies.includes(arn)), before.managedPolicies.filter((arn) => !after.managedPolicies.includes(arn))] as const;
  return [
    ...(before.name !== after.name ? [tell(`is called ${shown(before)} in the stack.`)] : []),
    ...(lacks.length > 0 ? [tell(`lacks ${some(lacks)}.`)] : []),
    ...(has.length > 0 ? [tell(`has ${some(has)}, which it no longer needs.`)] : []),
    ...(policies[0].length > 0 ? [tell(`lacks the policy ${some(policies[0])}.`)] : []),
    ...(policies[1].length > 0 ? [tell(`has the policy ${some(policies[1])}, which it no longer needs.`)] : []),
    ...(sameLines(before.trust, after.trust) ? [] : [tell('trusts others, or under other conditions, than it should.')]),
  ];
}

export const sameLines = (one: readonly string[], other: readonly string[]) => [...one].sort().join('\n') === [...other].sort().join('\n');

/** The first few, and how many more. */
export const some = (names: readonly string[]) => (names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`);

/** Functions of a deployed template whose runtime Lambda has deprecated. */
export function runtimeReasons(deployed: TemplateScope): readonly UpdateReason[] {
  return resourcesOf(deployed.body).flatMap(({ logicalId, type, properties }) => {
    if (type !== 'AWS::Lambda::Function') return [];
    const [runtime = ''] = asList(resolveValue(properties['Runtime'], deployed)).map(String);
    const known = deprecatedRuntime(runtime);
    if (!known) return [];
    const blocked = known.blocked === undefined ? '' : ` and cannot be created with since ${known.blocked}`;
    return [{ kind: 'runtime' as const, resource: logicalId, message: `Function ${logicalId} runs on ${runtime}, which is deprecated since ${known.deprecated}${blocked}; its successor is ${known.successor}.` }];
  });
}
