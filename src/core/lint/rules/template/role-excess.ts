import { shown } from '../../../document/shown';
import { iam } from '../../../catalog/iam';
import { joined } from '../../joined';
import { roleRule } from '../../role-rule';
import type { RuleFinding } from '../../rule';
import { meantAction } from '../../view/meant-action';
import { neededPermissions, publishedActions } from '../../view/needed-permissions';
import type { ResolvedText } from '../../view/resolved-text';
import { permissionsOf, type RolePermissions } from '../../view/role-permissions';
import type { RoleView } from '../../view/role-view';
import type { TemplateView } from '../../view/template-view';

/** Whoever gets hold of Defender's token can do what the role can. */
export const roleExcess = roleRule({
  id: 'template/role-excess',
  severity: 'information',
  summary: 'Each role may do what Microsoft publishes for it, and not more.',
  why: `A role of Defender for Cloud needs what its features use. Permissions over everything, or over a whole service, are
a warning; a single action that changes something and is not published for the role is information, for newer features
may use it. Actions that only read are not told.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/permissions-reference',
  checked: '2026-11-22',
  reads: ['policies', 'access'],

  *check(role, view) {
    if (!role.known || role.known.legacy || role.known.trust === null) return;
    const granted = permissionsOf(role, view.policies);
    yield* broad(role, granted);
    yield* unpublished(role, granted, view.access);
    yield* moreThanLeast(role, granted, view.access);
  },
});

const told = (role: RoleView, { span, text }: ResolvedText): RuleFinding => ({
  span,
  severity: 'warning',
  message: `Role ${role.label} may use ${shown(text)}, far more than Defender for Cloud needs. Give it the permissions of its features only.`,
});

function* broad(role: RoleView, { statements, awsPolicies }: RolePermissions): Iterable<RuleFinding> {
  for (const { name, arn } of awsPolicies) {
    if (iam.broadPolicies.names.includes(name)) yield told(role, { ...arn, text: name });
  }
  const published = role.known && publishedActions(role.known, undefined);
  for (const { effect, actions, notAction } of statements) {
    if (effect !== 'Allow') continue;
    if (notAction) {
      yield { span: notAction.key.span, severity: 'warning', message: `Role ${role.label} may use every action but those that NotAction names. Name the actions it needs with Action.` };
    }
    for (const action of actions) {
      if (action.known && isWhole(action.text) && !published?.has(action.text)) yield told(role, action);
    }
  }
}

const isWhole = (action: string): boolean => /^(?:\*|[\w-]+:\*)$/.test(action);

/** One finding for all of them. */
function* unpublished(role: RoleView, { statements }: RolePermissions, access: TemplateView['access']): Iterable<RuleFinding> {
  const published = role.known && publishedActions(role.known, access);
  const extra = statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions }) => actions)
    .filter(({ text, known }) => known && !isWhole(text) && !isReading(text) && !published?.has(text) && !meantAction(text));
  const [first] = extra;
  if (!first) return;
  const names = [...new Set(extra.map(({ text }) => shown(text)))];
  yield { span: first.span, message: `Role ${role.label} may use ${joined(names, 3)}, which Microsoft does not publish for it. Remove what no feature needs.` };
}

function* moreThanLeast(role: RoleView, { awsPolicies }: RolePermissions, access: TemplateView['access']): Iterable<RuleFinding> {
  if (!role.known || access !== 'leastPrivilege') return;
  const least = neededPermissions(role.known, 'leastPrivilege')?.awsPolicies ?? [];
  const usual = neededPermissions(role.known, 'default')?.awsPolicies ?? [];
  for (const { name, arn } of awsPolicies) {
    if (!usual.includes(name) || least.includes(name)) continue;
    const instead = least.length > 0 ? `Attach ${least.join(' and ')} instead.` : 'Remove it.';
    yield { span: arn.span, message: `Role ${role.label} has policy ${name} of default access, and access is least privilege. ${instead}` };
  }
}

const isReading = (action: string): boolean => /^[\w-]+:(?:Get|List|Describe|BatchGet|BatchDescribe|Lookup|Search|View|Check|Head|Query|Scan|Select)/i.test(action);
