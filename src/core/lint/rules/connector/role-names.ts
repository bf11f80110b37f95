import { shown } from '../../../document/shown';
import { catalog, type CatalogRole } from '../../../catalog/catalog';
import { roleById } from '../../../catalog/role-by-id';
import type { LocatedDocument, LocatedScalar } from '../../../document/located';
import { valueAt } from '../../../document/value-at';
import { replace } from '../../fix/replace';
import { writeScalar } from '../../fix/write-scalar';
import { nearest } from '../../nearest';
import { connectorRule, type RuleFinding } from '../../rule';
import { roleNameMistake } from '../../view/role-name-mistake';

/** Names of your own have to fit both sides. */
export const roleNames = connectorRule({
  id: 'connector/role-names',
  severity: 'error',
  summary: 'Role names of your own are for roles that exist, fit IAM and Defender for Cloud, and are each given once.',
  why: `Under \`roles\` stands the name of a role by the role's id. A name for an id that does not exist is never used. Two
roles cannot have one name, the roles of registry access and agentless Kubernetes discovery have to start with \`MDC\`,
and Defender for Cloud takes letters, digits, hyphens and underscores.`,
  source:
    'https://github.com/Azure/Microsoft-Defender-for-Cloud/blob/20917cecf5cf561b0cda98bd67d67929c88e4d46/MultiCloud/AWS/variables.tf',
  checked: '2026-11-22',

  *check({ document }) {
    const roles = valueAt(document.root, 'roles');
    const seen = new Map<string, string>();
    for (const { key, value } of roles?.kind === 'map' ? roles.entries : []) {
      const id = String(key.value);
      const role = roleById(id);
      if (!role) yield unknownRole(document, key);
      if (value.kind !== 'scalar' || typeof value.value !== 'string') continue;
      yield* wrongName(document, value, value.value, role);
      const before = seen.get(value.value.toLowerCase());
      if (before) yield { span: value.span, message: `Roles ${before} and ${shown(id)} both have the name ${shown(value.value)}. Give each a name of its own.` };
      seen.set(value.value.toLowerCase(), shown(id));
    }
  },
});

function unknownRole(document: LocatedDocument, key: LocatedScalar): RuleFinding {
  const id = String(key.value);
  const right = nearest(id, catalog.roles.filter(({ legacy }) => !legacy).map((one) => one.id));
  const fixes = right ? [replace(`Write ${right}`, key.span, writeScalar(document, key, right))] : [];
  return { span: key.span, message: `There is no role ${shown(id)}. ${right ? `Write ${right}.` : 'Remove it.'}`, fixes };
}

function* wrongName(document: LocatedDocument, place: LocatedScalar, name: string, role: CatalogRole | undefined): Iterable<RuleFinding> {
  const mistake = isForSchema(name) ? undefined : roleNameMistake(name, role);
  if (!mistake) return;
  const { message, right } = mistake;
  yield { span: place.span, message, fixes: right ? [replace(`Write ${right}`, place.span, writeScalar(document, place, right))] : [] };
}

/** Length and characters that IAM refuses are the schema's to tell. */
const isForSchema = (name: string): boolean => name.length > 64 || !/^[\w+=,.@-]+$/.test(name);
