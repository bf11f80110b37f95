import { shown } from '../../../document/shown';
import type { CatalogRole } from '../../../catalog/catalog';
import { iam } from '../../../catalog/iam';
import type { LocatedDocument } from '../../../document/located';
import { valueAt } from '../../../document/value-at';
import type { Fix } from '../../../model/finding';
import { appendItem } from '../../fix/append-to';
import { inBrackets } from '../../fix/in-brackets';
import { publishedTrust } from '../../fix/published-trust';
import { removeEntry } from '../../fix/remove-entry';
import { rewrite } from '../../fix/rewrite';
import { roleRule } from '../../role-rule';
import type { RuleFinding } from '../../rule';
import { pathIn } from '../../view/provider-arn';
import type { RoleView } from '../../view/role-view';
import type { TrustPrincipal, TrustStatement } from '../../view/trust-statement';

/** Beside the one who shall come in nobody else does. */
export const trustPrincipal = roleRule({
  id: 'template/trust-principal',
  severity: 'error',
  summary: 'Each role lets in the one who assumes it for Defender for Cloud, and nobody else.',
  why: `Defender for Cloud comes in with a token, from one AWS account of Microsoft's for container logs, or through an AWS
service. An account or service that is named beside these can do all that the role can, and a role that does not
name the right one is of no use.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/concept-authentication-architecture-aws',
  checked: '2026-11-22',
  reads: ['connector', 'tenant'],

  *check(role, { connector, document, tenant }) {
    for (const statement of role.statements) {
      for (const principal of statement.principals) {
        if (!principal.value.known || principal.value.text === '' || principal.value.text.includes('*')) continue;
        const told = strangerKinds[principal.kind]?.(role, principal.value.text, connector?.account.id);
        if (told) yield { span: principal.value.span, ...told, fixes: correction(document, role, statement, principal) };
      }
    }
    yield* nobody(role, document, tenant);
  },
});

/** The right one of its kind takes its place; one of a kind that the role does not know goes. */
function correction(document: LocatedDocument, { known }: RoleView, { principals, principal }: TrustStatement, stranger: TrustPrincipal): readonly Fix[] {
  const [wanted, ...more] = principalsOf(known, stranger.kind);
  const others = principals.filter(({ kind }) => kind === stranger.kind);
  if (wanted && more.length === 0 && !wanted.includes('$') && others.length === 1) return rewrite(document, `Trust ${wanted}`, stranger.value, wanted);
  if (wanted || principal?.value.kind !== 'map') return [];
  const edit = others.length === 1 ? removeEntry(document, principal.value, stranger.kind) : undefined;
  return edit ? [{ title: `Remove ${shown(stranger.value.text)}`, edits: [edit] }] : [];
}

type Told = Pick<RuleFinding, 'message' | 'severity'> | undefined;

const strangerKinds: Readonly<Record<string, (role: RoleView, text: string, own: string | undefined) => Told>> = {
  Federated: ({ label }, text) =>
    pathIn(text) === undefined && !text.includes('${')
      ? { message: `Role ${label} lets in ${shown(text)}, which issues no tokens for Defender for Cloud. Trust its identity provider only.` }
      : undefined,
  AWS: awsStranger,
  Service: ({ label, known }, text) => {
    const allowed = principalsOf(known, 'Service');
    if (!known || allowed.includes(service(text))) return undefined;
    const advice = allowed.length > 0 ? `It is meant for ${allowed.join(' and ')}.` : 'Remove the service.';
    return { message: `Role ${label} lets in service ${shown(text)}. ${advice}` };
  },
};

function awsStranger({ label, known }: RoleView, text: string, own: string | undefined): Told {
  const account = /(?:^|::)(\d{12})(?::|$)/.exec(text)?.[1];
  if (!account || account === own) return undefined;
  if (principalsOf(known, 'AWS').some((arn) => arn.includes(`::${account}:`))) return undefined;
  const microsoft = iam.microsoftAccounts.find((entry) => entry.account === account);
  if (microsoft?.use === 'classic') return undefined; // Told as a role of a classic connector.
  const whose = microsoft ? `, which belongs to ${microsoft.label}` : '';
  return {
    // Without a connector file the account may be the user's own.
    severity: own || microsoft ? 'error' : 'warning',
    message: `Role ${label} lets in AWS account ${account}${whose}. Remove it: Defender for Cloud does not come from there.`,
  };
}

/** A role that only others can open. Statements with another action, and those that lack an element, are told elsewhere. */
function* nobody(role: RoleView, document: LocatedDocument, tenant: string | undefined): Iterable<RuleFinding> {
  const { known, statements, trustIsWhole, resource, label } = role;
  if (!known?.trust || !trustIsWhole || statements.some((statement) => !isComplete(statement))) return;
  const principals = statements.flatMap((statement) => statement.principals);
  if (principals.some(({ kind, value }) => kind === '*' || !value.known || value.text.includes('*'))) return;
  for (const kind of ['Federated', 'Service']) {
    const [wanted] = principalsOf(known, kind);
    // A stranger of that kind is told where it stands.
    if (!wanted || principals.some((principal) => principal.kind === kind)) continue;
    const whom = kind === 'Federated' ? "Defender's identity provider" : wanted;
    yield { span: resource.logicalId.span, message: `Role ${label} does not let in ${whom}, which assumes it. Add a statement with ${kind} ${shown(wanted)}.`, fixes: letIn(document, role, tenant, kind, whom) };
  }
}

/** Adds the statement that Microsoft publishes, where only one is for that kind. */
function letIn(document: LocatedDocument, role: RoleView, tenant: string | undefined, kind: string, whom: string): readonly Fix[] {
  const list = valueAt(role.resource.properties, 'AssumeRolePolicyDocument', 'Statement');
  const [statement, ...more] = publishedTrust(role, { tenant })?.filter(({ Principal }) => Object.hasOwn(Object(Principal), kind)) ?? [];
  if (!statement || more.length > 0 || list?.kind !== 'sequence') return [];
  return [{ title: `Let in ${whom}`, edits: [appendItem(document, list, inBrackets(statement))] }];
}

const isComplete = ({ isWhole, principal, principals }: TrustStatement): boolean =>
  isWhole && principal !== undefined && principals.length > 0 && principals.every(({ kind }) => kind === '*' || iam.policyElements.principals.includes(kind));

const principalsOf = (known: CatalogRole | undefined, kind: string): readonly string[] =>
  (known?.trust ?? []).flatMap(({ principal }) => principal[kind] ?? []);

/** Services have names for a region, too. */
const service = (name: string): string => name.toLowerCase().replace(/^([a-z-]+)\..*?(amazonaws\.com)$/, '$1.$2');
