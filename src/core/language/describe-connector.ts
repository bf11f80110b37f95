import { catalog, type CatalogPlan } from '../catalog/catalog';
import { featuresOn } from '../catalog/features-on';
import { formatOf } from '../document/format-of';
import type { Located, LocatedDocument } from '../document/located';
import { readDocument } from '../document/read-document';
import { toConnector } from '../document/to-connector';
import { valueAt } from '../document/value-at';
import { lint } from '../lint/lint';
import type { AccessType, AccountType, Connector } from '../model/connector';

/** A connector file in a few words; what its mistakes hide is null. */
export interface ConnectorDescription {
  readonly name: string;
  readonly accountId: string | null;
  readonly accountType: AccountType | null;
  readonly access: AccessType | null;
  readonly plans: readonly { readonly id: string; readonly label: string; readonly features: readonly string[] }[];
  readonly stack: { readonly name: string; readonly region: string; readonly template: string | null } | null;
  readonly azure: { readonly tenant: string; readonly subscription: string; readonly resourceGroup: string } | null;
  readonly scanIntervalHours: number | null;
  readonly errors: number;
  readonly warnings: number;
  /** The first error's message. */
  readonly firstProblem: string | null;
}

export function describeConnector(text: string, fileName: string): ConnectorDescription {
  const document = readDocument(text, formatOf(fileName, text));
  const connector = toConnector(document);
  const findings = lint(text, fileName);
  const errors = findings.filter(({ severity }) => severity === 'error');
  return {
    ...(connector ? describe(connector) : describeBroken(document, fileName)),
    errors: errors.length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    firstProblem: errors[0]?.message ?? null,
  };
}

type Facts = Omit<ConnectorDescription, 'errors' | 'warnings' | 'firstProblem'>;

const describe = ({ name, account, access, plans, deployment, azure, scanIntervalHours }: Connector): Facts => ({
  name,
  accountId: account.id,
  accountType: account.type,
  access,
  plans: catalog.plans.filter(({ id }) => id === 'foundational' || id in plans).map((plan) => describePlan(plan, plans)),
  stack: { name: deployment.stack, region: deployment.region, template: deployment.template ?? null },
  azure: { tenant: azure.tenant, subscription: azure.subscription, resourceGroup: azure.resourceGroup },
  scanIntervalHours,
});

function describePlan({ id, displayName, features }: CatalogPlan, plans: Connector['plans']) {
  const on = new Set(featuresOn(plans).map((feature) => feature.id));
  return { id, label: displayName, features: features.filter((feature) => on.has(feature.id)).map(({ label }) => label) };
}

/** Name and account can often be read though the rest cannot. */
function describeBroken({ root }: LocatedDocument, fileName: string): Facts {
  const name = textAt(root, 'name');
  const accountId = textAt(root, 'account', 'id');
  return {
    name: name ?? baseName(fileName),
    accountId: accountId && /^\d{12}$/.test(accountId) ? accountId : null,
    accountType: null,
    access: null,
    plans: [],
    stack: null,
    azure: null,
    scanIntervalHours: null,
  };
}

function textAt(node: Located | undefined, ...path: readonly string[]): string | null {
  const value = valueAt(node, ...path);
  return value?.kind === 'scalar' && typeof value.value === 'string' && value.value ? value.value : null;
}

const baseName = (fileName: string) =>
  fileName.replace(/^.*[\\/]/, '').replace(/\.connector\.(ya?ml|json)$/i, '');
