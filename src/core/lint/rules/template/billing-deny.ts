import { neededPermissions } from '../../view/needed-permissions';
import { permissionsOf } from '../../view/role-permissions';
import type { LocatedDocument } from '../../../document/located';
import { entryOf } from '../../../document/entry-of';
import type { Fix } from '../../../model/finding';
import { appendEntry } from '../../fix/append-to';
import { joined } from '../../joined';
import { roleRule } from '../../role-rule';
import type { RoleView } from '../../view/role-view';

/** Default access reads everything, and bills are nobody's business. */
export const billingDeny = roleRule({
  id: 'template/billing-deny',
  severity: 'warning',
  summary: 'A role that may read everything is denied the billing services.',
  why: `With default access \`CspmMonitorAws\` has the policy \`ReadOnlyAccess\` of AWS's, which also reads bills, invoices,
payments and taxes. Microsoft documents that Defender for Cloud reads none of them, and publishes a policy that denies
them. Microsoft's Terraform attaches it in the wrong case, so copies of it often go without.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/permissions-reference',
  checked: '2026-11-22',
  reads: ['policies'],

  *check(role, { policies, document }) {
    const needed = role.known && neededPermissions(role.known, 'default');
    if (!needed || needed.denied.length === 0) return;
    const granted = permissionsOf(role, policies);
    const readsAll = granted.awsPolicies.find(({ name }) => needed.awsPolicies.includes(name));
    const open = needed.denied.filter((action) => !granted.denied.has(action));
    if (!readsAll || !granted.isWhole || open.length === 0) return;
    yield {
      span: readsAll.arn.span,
      message: `Role ${role.label} may read ${joined(open)} with ${readsAll.name}. Deny them.`,
      fixes: open.length === needed.denied.length ? denyInline(document, role, needed.denied) : [],
    };
  },
});

/** An inline policy needs no other resource; a role that has some already is left to its owner. */
function denyInline(document: LocatedDocument, { resource: { properties } }: RoleView, actions: readonly string[]): readonly Fix[] {
  if (properties?.kind !== 'map' || entryOf(properties, 'Policies')) return [];
  const policy = {
    PolicyName: 'CspmMonitorAwsDenyPolicy',
    PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: actions, Resource: '*' }] },
  };
  const written = JSON.stringify([policy], null, 1).replace(/\n\s*/g, ' ');
  return [{ title: 'Deny the billing services', edits: [appendEntry(document, properties, 'Policies', written)] }];
}
