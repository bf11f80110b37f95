import { shown } from '../../../document/shown';
import { catalog, type CatalogRole } from '../../../catalog/catalog';
import { requiredRoles } from '../../../catalog/required-roles';
import { rewrite } from '../../fix/rewrite';
import { seeConnector } from '../../see-connector';
import { type RuleFinding, templateRule } from '../../rule';
import type { RoleView } from '../../view/role-view';
import type { TemplateView } from '../../view/template-view';

/** Azure looks for roles by the names in the connector, and for every role of a plan that is on. */
export const roleConnectorAgreement = templateRule({
  id: 'template/role-connector-agreement',
  severity: 'error',
  summary: 'The template makes the roles that the connector needs, under the names and in the account that it says.',
  why: `Defender for Cloud assumes each role by its ARN: the connected account and the name in the connector. A role that is
missing, or has another name, cannot be assumed, and its feature does not work. The roles follow from the plans, so the
template has to be made again when plans change. Checked against the connector file that names the
template, else against the plan features in the template's own metadata.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws',
  checked: '2026-11-22',

  reads: ['document', 'resources', 'features', 'connector', 'connectorFile', 'roles'],

  *check(view) {
    const needed = neededRoles(view);
    if (!needed) return;
    for (const { role, reason } of needed) yield* missingRole(view, role, reason);
    for (const role of view.roles.filter(({ isDefenders }) => isDefenders)) {
      yield* unneededRole(role, needed);
      yield* otherName(view, role);
      yield* otherAccount(view, role);
    }
  },
});

type Parts = Pick<TemplateView, 'document' | 'resources' | 'features' | 'connector' | 'connectorFile' | 'roles'>;

interface NeededRole {
  readonly role: CatalogRole;
  /** Label of the feature that needs it. */
  readonly reason: string;
}

function neededRoles({ connector, features }: Parts): readonly NeededRole[] | undefined {
  if (connector) return requiredRoles(connector.plans).map(({ role, features: [first] }) => ({ role, reason: first?.label ?? role.id }));
  if (!features) return undefined;
  const on = catalog.plans.flatMap((plan) => plan.features).filter(({ id }) => features.includes(id));
  // What is not published is left out of a generated template on purpose, and its metadata says so.
  return catalog.roles.filter(({ trust }) => trust !== null).flatMap((role) => {
    const feature = on.find(({ roles }) => roles?.includes(role.id));
    return feature ? [{ role, reason: feature.label }] : [];
  });
}

function* missingRole({ roles, resources, connector, connectorFile }: Parts, role: CatalogRole, reason: string): Iterable<RuleFinding> {
  const name = connector?.roles[role.id] ?? role.defaultName;
  if (!resources || roles.some(({ known }) => known?.id === role.id)) return;
  // A role whose name only the stack knows may be the one.
  if (roles.some((other) => other.name && !other.name.known)) return;
  const published = role.trust !== null;
  yield {
    span: resources.key.span,
    severity: published ? 'error' : 'information',
    message: published
      ? `${reason} is on and needs role ${name}, which this template does not make. Generate the template again.`
      : `${reason} is on and needs role ${name}, whose trust policy is not published. Take the role from the portal's template.`,
    ...seeConnector(connectorFile, ['plans'], 'The plans of the connector.'),
  };
}

function* unneededRole({ known, label, resource }: RoleView, needed: readonly NeededRole[]): Iterable<RuleFinding> {
  if (!known || known.legacy || needed.some(({ role }) => role.id === known.id)) return;
  yield {
    span: resource.logicalId.span,
    severity: 'information',
    message: `Role ${label} is for a feature that is off. Generate the template again, or turn the feature on.`,
  };
}

function* otherName({ connector, connectorFile, document }: Parts, { known, name }: RoleView): Iterable<RuleFinding> {
  const expected = known && (connector?.roles[known.id] ?? known.defaultName);
  if (!connector || !expected || expected.includes('<') || !name?.known || name.text === expected) return;
  yield {
    span: name.span,
    severity: 'warning',
    message: `The role is named ${shown(name.text)} here and ${expected} in connector ${connector.name}. Rename it here, or set roles.${known.id} in the connector file.`,
    fixes: rewrite(document, `Rename to ${expected}`, name, expected),
    ...seeConnector(connectorFile, connector.roles[known.id] ? ['roles', known.id] : ['name'], 'The connector file that names this template.'),
  };
}

function* otherAccount({ connector, connectorFile, document }: Parts, { statements, label }: RoleView): Iterable<RuleFinding> {
  if (!connector) return;
  for (const { value } of statements.flatMap(({ principals }) => principals.filter(({ kind }) => kind === 'Federated'))) {
    const account = /^arn:[^:]*:iam::(\d{12}):/.exec(value.text)?.[1];
    if (!account || account === connector.account.id) continue;
    yield {
      span: value.span,
      message: `Role ${label} trusts an identity provider in account ${account}, and the connector is for ${connector.account.id}. Name the provider of that account.`,
      fixes: rewrite(document, `Use account ${connector.account.id}`, value, value.text.replace(account, connector.account.id)),
      ...seeConnector(connectorFile, ['account', 'id'], 'The account of the connector.'),
    };
  }
}
