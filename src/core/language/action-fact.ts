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
  if (needing.length === 0) return paragraphs(`**${action}**`, unknown ?? 'No permission list that is published for a role of Defender names it.');
  const lines = needing.map((role) => `${code(role.defaultName ?? role.id)}: ${listOf(usesOf(role)) || 'older templates'}`);
  return paragraphs(`**${action}**`, unknown, `Needed by:\n\n${bullets(lines)}`, ...sources(needing));
}

/** One line for roles of one source. */
const sources = (roles: readonly CatalogRole[]): readonly string[] => [...new Set(roles.map(sourceLine))];

const kept = new WeakMap<CatalogRole, readonly string[]>();

/** Actions that a role is allowed, in small letters. */
function granted(role: CatalogRole): readonly string[] {
  let actions = kept.get(role);
  if (!actions) {
    const { policies, documentedActions } = role;
    const statements = [...(policies.default ?? []), ...(policies.leastPrivilege ?? [])].flatMap((policy) => policy.statements);
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => texts(Action));
    actions = [...allowed, ...(documentedActions ?? [])].map((action) => action.toLowerCase());
    kept.set(role, actions);
  }
  return actions;
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');

/** Either may hold wildcards. */
const overlap = (one: string, other: string): boolean => one === other || covers(one, other) || covers(other, one);

function covers(pattern: string, action: string): boolean {
  if (!pattern.includes('*') && !pattern.includes('?')) return false;
  // A lone star in the catalog would say nothing of an action.
  return pattern !== '*' && matchesPattern(action, pattern);
}
