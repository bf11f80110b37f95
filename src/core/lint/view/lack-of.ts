import type { CatalogRole } from '../../catalog/catalog';
import { iam } from '../../catalog/iam';
import { accessTypes } from '../../model/connector';
import { meantAction } from './meant-action';
import { type NeededPermissions, neededPermissions } from './needed-permissions';
import type { RolePermissions } from './role-permissions';
import type { TemplateView } from './template-view';

/** What a role may not do and should. */
export interface Lack {
  readonly needed: NeededPermissions;
  readonly actions: readonly string[];
  readonly awsPolicies: readonly string[];
}

/** Of the access type; where it is not known, of the one that lacks least. Undefined where nothing is missing. */
export function lackOf(known: CatalogRole, granted: RolePermissions, access: TemplateView['access']): Lack | undefined {
  const types = access ? [access] : [...accessTypes].reverse();
  const lacks = types.flatMap((type) => {
    const needed = neededPermissions(known, type);
    return needed ? [missing(needed, granted)] : [];
  });
  if (lacks.some(isNothing)) return undefined;
  return lacks.reduce<Lack | undefined>((least, one) => (least && least.actions.length <= one.actions.length ? least : one), undefined);
}

const isNothing = ({ actions, awsPolicies }: Lack): boolean => actions.length + awsPolicies.length === 0;

function missing(needed: NeededPermissions, granted: RolePermissions): Lack {
  const has = (name: string): boolean => granted.awsPolicies.some((policy) => policy.name === name);
  const isCovered = (name: string): boolean => {
    const larger = iam.policyCovers[name];
    return has(name) || has('AdministratorAccess') || (Array.isArray(larger) && larger.some(has));
  };
  const awsPolicies = needed.awsPolicies.filter((name) => !isCovered(name) && !granted.allowed.has('*'));
  // What another policy of AWS's allows is not written here.
  const isOpen = granted.awsPolicies.some(({ name }) => !needed.awsPolicies.includes(name));
  const lacking = needed.actions.filter((action) => (!isOpen && !granted.allowed.has(action)) || granted.denied.has(action));
  if (lacking.length === 0) return { needed, actions: lacking, awsPolicies };
  // A misspelt action is told where it stands.
  const misspelt = granted.statements.flatMap((statement) => statement.actions.flatMap(({ text }) => meantAction(text) ?? []));
  return { needed, actions: lacking.filter((action) => !misspelt.includes(action) || granted.denied.has(action)), awsPolicies };
}
