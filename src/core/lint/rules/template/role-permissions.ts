import { catalog, type CatalogRole } from '../../../catalog/catalog';
import type { LocatedDocument } from '../../../document/located';
import type { Fix } from '../../../model/finding';
import { appendItems } from '../../fix/append-to';
import { writeScalar } from '../../fix/write-scalar';
import { joined } from '../../joined';
import { roleRule } from '../../role-rule';
import type { RuleFinding } from '../../rule';
import { actionSet } from '../../view/action-set';
import { type Lack, lackOf } from '../../view/lack-of';
import { neededPermissions } from '../../view/needed-permissions';
import { permissionsOf, type RolePermissions } from '../../view/role-permissions';
import type { RoleView } from '../../view/role-view';
import type { TemplateView } from '../../view/template-view';

/** Defender for Cloud notices a missing permission at a scan, hours after the deployment, and says little about it. */
export const rolePermissions = roleRule({
  id: 'template/role-permissions',
  severity: 'warning',
  summary: 'Each role may do what the features that use it need.',
  why: `What a role may not do, its feature does not find or protect; Defender for Cloud tells so hours later, if at all.
The role's policies are compared with those that Microsoft publishes for its access type, or with the least privilege
where the access type is not known. Policies that only AWS can read count as if they gave what is missing.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/permissions-reference',
  checked: '2026-11-22',
  reads: ['policies', 'access', 'features'],

  *check(role, view) {
    const { known } = role;
    const granted = permissionsOf(role, view.policies);
    if (!known || known.legacy || !granted.isWhole || isElsewhere(granted, view.features)) return;
    const lacks = lackOf(known, granted, view.access);
    if (lacks) yield finding(role, view, granted, lacks);
  },
});

/** A template that gives a role nothing leaves its permissions to another; a generated one does not. */
const isElsewhere = ({ policies, awsPolicies }: RolePermissions, features: TemplateView['features']): boolean =>
  !features && policies.length === 0 && awsPolicies.length === 0;

function finding(role: RoleView, view: Pick<TemplateView, 'document' | 'features' | 'access'>, granted: RolePermissions, lacks: Lack): RuleFinding {
  const what = [...lacks.awsPolicies, ...lacks.actions];
  const all = lacks.needed.actions.length + lacks.needed.awsPolicies.length;
  const hasNone = what.length >= all;
  const other = hasNone ? ownerOf(role, granted) : undefined;
  const whose = other ? ` Its policy is that of role ${other.defaultName ?? other.id}.` : '';
  return {
    span: role.resource.logicalId.span,
    severity: hasNone ? 'error' : 'warning',
    message: `Role ${role.label} may not use ${joined(what, most)}, so ${feature(role, view.features)} does not work as it should.${whose} Add what is missing to its policies.`,
    fixes: lacks.awsPolicies.length === 0 && !other ? append(view.document, granted, lacks) : [],
  };
}

const most = 4;

const feature = ({ known }: RoleView, on: TemplateView['features']): string => {
  const features = catalog.plans.flatMap((plan) => plan.features).filter(({ roles }) => known && roles?.includes(known.id));
  return (features.find(({ id }) => on?.includes(id)) ?? features[0])?.label.replace(/ \(.*\)$/, '') ?? 'its feature';
};

/** The role whose permissions these are. */
const ownerOf = ({ known }: RoleView, granted: RolePermissions): CatalogRole | undefined =>
  catalog.roles.find((other) => {
    const actions = other.id === known?.id || other.legacy ? [] : (neededPermissions(other, 'leastPrivilege')?.allowed ?? []).flatMap((one) => one.actions);
    return actions.length > 0 && actions.every((action) => granted.allowed.has(action));
  });

/** Adds each action to a list that has others of its published statement; nothing where one finds no such list. */
function append(document: LocatedDocument, { statements }: RolePermissions, { needed, actions }: Lack): readonly Fix[] {
  const places = actions.map((action) => {
    const siblings = needed.allowed.find((one) => one.actions.includes(action))?.actions ?? [];
    const place = statements.find(
      ({ effect, actionList, actions: own }) => effect === 'Allow' && actionList && siblings.some(actionSet(own.map(({ text }) => text)).has),
    );
    return { action, list: place?.actionList };
  });
  const lists = new Set(places.map(({ list }) => list));
  const edits = [...lists].flatMap((list) => {
    const added = places.filter((place) => place.list === list).map(({ action }) => writeScalar(document, undefined, action));
    return list ? appendItems(document, list, added) : [];
  });
  const isAll = edits.length > 0 && edits.length === lists.size;
  return isAll ? [{ title: actions.length === 1 ? `Allow ${actions[0] ?? ''}` : `Allow the ${actions.length} actions`, edits }] : [];
}
