import { catalog, type CatalogRole } from '../catalog/catalog';
import { isKnownAction } from '../catalog/known-action';
import { matchesPattern } from '../lint/view/matches-pattern';
import { listOf, usesOf } from './role-uses';
import { bullets, code, paragraphs, sourceLine } from './markdown';

/** What needs an action of IAM, by the permissions that are published for each role. */
export function actionFact(action: string): string | undefined {
  if (!/^[a-z0-9-]+:[\w*?]+$/i.test(action)) return undefined;
  const needing = catalog.roles.filter((role) => granted(role).some((pattern) => overlap(pattern, action.toLowerCase())));
  const unknown = isKnownAction(action) === false && !/[*?]/.test(action) ? 'AWS documents no such action.' : undefined;
  if (needing.length === 0) return paragraphs(`**${action}**`, unknown ?? deniedTo(action));
  const lines = needing.map((role) => `${code(role.defaultName ?? role.id)}: ${listOf(usesOf(role)) || 'older templates'}`);
  return paragraphs(`**${action}**`, unknown, `Needed by:\n\n${bullets(lines)}`, ...sources(needing));
}

/** What is not needed may be denied on purpose. */
function deniedTo(action: string): string {
  const roles = catalog.roles.filter((role) => actionsOf(role, 'Deny').includes(action.toLowerCase()));
  const names = roles.map((role) => code(role.defaultName ?? role.id)).join(', ');
  return names ? `Microsoft's templates deny it to ${names}.` : 'Microsoft publishes it for no role of Defender for Cloud.';
}

/** One line for roles of one source. */
const sources = (roles: readonly CatalogRole[]): readonly string[] => [...new Set(roles.map(sourceLine))];

const kept = new WeakMap<CatalogRole, readonly string[]>();

/** Actions that a role is allowed, in small letters. */
function granted(role: CatalogRole): readonly string[] {
  let actions = kept.get(role);
  if (!actions) {
    actions = [...actionsOf(role, 'Allow'), ...(role.documentedActions ?? []).map((action) => action.toLowerCase())];
    kept.set(role, actions);
  }
  return actions;
}

/** Actions of the statements that are published for a role, in small letters. */
function actionsOf({ policies }: CatalogRole, effect: 'Allow' | 'Deny'): readonly string[] {
  const statements = [...(policies.default ?? []), ...(policies.leastPrivilege ?? [])].flatMap((policy) => policy.statements);
  return statements.filter(({ Effect }) => Effect === effect).flatMap(({ Action }) => texts(Action)).map((action) => action.toLowerCase());
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');

/** Either may hold wildcards. */
const overlap = (one: string, other: string): boolean => one === other || covers(one, other) || covers(other, one);

function covers(pattern: string, action: string): boolean {
  if (!pattern.includes('*') && !pattern.includes('?')) return false;
  // A lone star in the catalog would say nothing of an action.
  return pattern !== '*' && matchesPattern(action, pattern);
}
