import type { CatalogRole } from '../../catalog/catalog';
import { roleById } from '../../catalog/role-by-id';
import { type RequiredRole, requiredRoles } from '../../catalog/required-roles';
import { joined } from '../../lint/joined';
import { lackOf } from '../../lint/view/lack-of';
import { permissionsOf } from '../../lint/view/role-permissions';
import type { RoleView } from '../../lint/view/role-view';
import type { PolicyDecision } from '../../model/policy-decision';
import { defenderToken } from '../../simulate/defender-token';
import { simulateToken } from '../../simulate/simulate-token';
import { check, issue, over, type Check, type Subject } from '../check';
import type { RoleFacts } from '../facts';
import { liveTemplate, type LiveTemplate } from '../live-template';

export const roleChecks: readonly Check[] = [
  check('aws-role-exists', function* (subject) {
    for (const { facts, features } of needed(subject)) {
      const { name } = facts;
      if (name === null) continue; // Its name depends on the stack: nothing to look for.
      yield* over(facts.role, function* (role) {
        if (role) return;
        yield issue('aws-role-exists', subject, `There is no role ${name}, which ${features.map(({ label }) => label).join(' and ')} ${features.length === 1 ? 'needs' : 'need'}.`, {
          features: features.map(({ id }) => id),
          evidence: [{ label: 'Role', value: name }],
        });
      });
    }
  }),

  check('aws-role-trust', function* (subject) {
    const live = templateOf(subject);
    for (const { facts, role, features } of needed(subject)) {
      yield* over(facts.role, () => []);
      const view = viewOf(facts, live);
      const refused = view && refusal(view, role, subject);
      if (refused === undefined || facts.name === null) continue;
      yield issue('aws-role-trust', subject, `Role ${facts.name} ${refused}.`, {
        features: features.map(({ id }) => id),
        evidence: [{ label: 'Role', value: facts.name }, { label: 'Trust policy', value: trustText(facts) }],
      });
    }
  }, 'aws-role-exists'),

  check('aws-role-permissions', function* (subject) {
    const live = templateOf(subject);
    for (const { facts, role, features } of needed(subject)) {
      yield* over(facts.role, () => []);
      yield* over(facts.policies, function* () {
        const view = viewOf(facts, live);
        const granted = view && permissionsOf(view, live.view.policies);
        const lack = granted?.isWhole === true ? lackOf(role, granted, subject.connector.access) : undefined;
        if (!lack || facts.name === null) return;
        const what = [...lack.awsPolicies, ...lack.actions];
        const all = lack.needed.awsPolicies.length + lack.needed.actions.length;
        yield issue('aws-role-permissions', subject, `Role ${facts.name} may not use ${joined(what, 4)}, so ${features.map(({ label }) => label).join(' and ')} does not work as it should.`, {
          severity: what.length >= all ? 'error' : 'warning',
          features: features.map(({ id }) => id),
          evidence: [{ label: 'Role', value: facts.name }, { label: 'Missing', value: what.join(', ') }],
        });
      });
    }
  }, 'aws-role-exists'),

  check('aws-role-simulation', function* (subject) {
    for (const { facts, features } of needed(subject)) {
      yield* over(facts.role, () => []);
      yield* over(facts.decisions, function* (decisions) {
        for (const [cause, refused] of byCause(decisions)) {
          yield issue('aws-role-simulation', subject, `${cause} keeps role ${facts.name ?? facts.roleId} from ${joined(refused.map(({ action }) => action), 4)}.`, {
            features: features.map(({ id }) => id),
            evidence: [{ label: 'Role', value: facts.name ?? facts.roleId }, { label: 'Denied', value: refused.map(({ action }) => action).join(', ') }],
          });
        }
      });
    }
  }, 'aws-role-exists'),
];

interface Needed extends RequiredRole {
  readonly facts: RoleFacts;
}

const needed = ({ connector, facts }: Subject): readonly Needed[] =>
  requiredRoles(connector.plans).flatMap((required) => {
    const found = facts.roles.find(({ roleId }) => roleId === required.role.id);
    return found ? [{ ...required, facts: found }] : [];
  });

/** What stands in IAM, once for all checks of a subject. */
function templateOf(subject: Subject): LiveTemplate {
  const known = templates.get(subject);
  if (known) return known;
  const roles = subject.facts.roles.flatMap(({ name, role, policies }) =>
    name !== null && role.ok && role.value ? [{ role: { ...role.value, name }, policies: policies?.ok ? policies.value : null }] : [],
  );
  const providers = Object.values(subject.facts.providers).flatMap((reading) => (reading?.ok && reading.value ? [reading.value] : []));
  const made = liveTemplate(roles, providers, subject.related);
  templates.set(subject, made);
  return made;
}

const templates = new WeakMap<Subject, LiveTemplate>();

const viewOf = ({ name }: RoleFacts, { view }: LiveTemplate): RoleView | undefined => view.roles.find((role) => role.name?.text === name);

/** Without external ids, which only Defender for Cloud and the role have to know. */
const trustText = ({ role }: RoleFacts): string =>
  JSON.stringify(role.ok ? (role.value?.trust ?? null) : null, (key, value: unknown) => (key.toLowerCase() === 'sts:externalid' ? '(hidden)' : value));

/** Why Defender for Cloud, or the AWS service that uses the role, does not get in; as the end of a sentence. */
function refusal(view: RoleView, role: CatalogRole, { connector }: Subject): string | undefined {
  const token = defenderToken(role, connector.azure.tenant);
  if (token) {
    // A provider that is missing or lacks an audience is told by its own check.
    const { outcome, reason } = simulateToken(view, token, []);
    return outcome === 'rejected' ? `refuses the token of Defender for Cloud: ${reason}` : undefined;
  }
  const missing = (role.trust ?? []).flatMap(({ principal }) => Object.entries(principal)).flatMap(([kind, published]) => {
    const wanted = published.replace(/^.*<role:(\w+)>$/, (_, id: string) => `role/${connector.roles[id] ?? roleById(id)?.defaultName ?? id}`);
    return trusts(view, kind, wanted) ? [] : [wanted.replace('role/', 'role ')];
  });
  return view.trustIsWhole && missing.length > 0 ? `does not trust ${missing.join(' and ')}` : undefined;
}

/** A role that was deleted and made again stands in IAM by an id, and is trusted no more: it has no name there. */
const trusts = ({ statements }: RoleView, wantedKind: string, wanted: string): boolean =>
  statements.some(({ principals }) => principals.some(({ kind, value }) => kind === wantedKind && (value.text === wanted || value.text.endsWith(`:${wanted}`))));

/** Only what somebody takes away: what the role's own policies do not give is told as a missing permission. */
function byCause(decisions: readonly PolicyDecision[]): ReadonlyMap<string, readonly PolicyDecision[]> {
  const causes = new Map<string, PolicyDecision[]>();
  for (const decision of decisions) {
    const cause = causeOf(decision);
    if (cause !== undefined) causes.set(cause, [...(causes.get(cause) ?? []), decision]);
  }
  return causes;
}

function causeOf({ decision, policies, missingContext, allowedByOrganization, allowedByBoundary }: PolicyDecision): string | undefined {
  if (decision === 'allowed') return undefined;
  if (allowedByOrganization === false) return 'A policy of the organization';
  if (allowedByBoundary === false) return 'Its permissions boundary';
  if (decision === 'explicitDeny' && missingContext.length === 0) return `A Deny in ${policies.length > 0 ? policies.join(' and ') : 'a policy'}`;
  return undefined;
}
