import { formatOf } from '../document/format-of';
import type { Located, LocatedDocument } from '../document/located';
import { readDocument } from '../document/read-document';
import { toConnector } from '../document/to-connector';
import { valueAt } from '../document/value-at';
import { lint } from '../lint/lint';
import type { AccessType, AccountType, Connector } from '../model/connector';
import { describePlans, type PlanDescription } from './describe-plans';

/** A connector file in a few words; what its mistakes hide is null. */
export interface ConnectorDescription {
  readonly name: string;
  readonly accountId: string | null;
  readonly accountType: AccountType | null;
  readonly access: AccessType | null;
  readonly plans: readonly PlanDescription[];
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
  plans: describePlans(plans),
  stack: { name: deployment.stack, region: deployment.region, template: deployment.template ?? null },
  azure: { tenant: azure.tenant, subscription: azure.subscription, resourceGroup: azure.resourceGroup },
  scanIntervalHours,
});

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
