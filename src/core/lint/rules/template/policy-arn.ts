import { shown } from '../../../document/shown';
import { catalog } from '../../../catalog/catalog';
import type { LocatedDocument } from '../../../document/located';
import type { Fix } from '../../../model/finding';
import { rewrite } from '../../fix/rewrite';
import { resourceRule, type RuleFinding } from '../../rule';
import type { PolicyText } from '../../view/policy-statement';
import { plainArn } from '../../view/provider-arn';
import type { ResolvedText } from '../../view/resolved-text';
import { ownersOf } from '../../view/role-permissions';
import type { RoleView } from '../../view/role-view';

/** An ARN that names nothing is accepted, and allows nothing. */
export const policyArn = resourceRule({
  id: 'template/policy-arn',
  severity: 'error',
  summary: "The ARNs of roles and policies are well formed, and name the account's own resources in the partition aws.",
  why: `IAM mostly accepts an ARN that names nothing: one with a stray brace behind a variable, as in Microsoft's published
Terraform, with a space, without one of its colons, or with another account. The permission is then not there.
AWS accounts in China and in GovCloud cannot be connected, so their partitions are never right.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  checked: '2026-11-22',
  types: ['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::RolePolicy'],
  reads: ['connector', 'document', 'roles', 'roleOf', 'policyOf'],

  *check(resource, view) {
    const role = view.roleOf(resource);
    const policy = view.policyOf(resource);
    const isOurs = policy !== undefined && ownersOf(policy, view.roles).some(({ isDefenders }) => isDefenders);
    const policies: readonly PolicyText[] = [...(role?.isDefenders ? role.attached.inline : []), ...(isOurs ? [policy] : [])];
    for (const value of policies.flatMap(({ statements }) => statements.flatMap(({ resources }) => resources))) {
      if (isSuspect(value)) yield* mistake(view.document, value, view.connector?.account.id);
    }
    // The account of whom a role trusts is looked at elsewhere.
    for (const value of role?.isDefenders ? ofRole(role) : []) if (isSuspect(value)) yield* mistake(view.document, value, undefined);
  },
});

/** A glance that settles nearly all. */
const isSuspect = ({ text }: ResolvedText): boolean => text.trimStart().startsWith('arn:') && !isRight.test(text);

const isRight = /^arn:(?:aws|\*|\$\{AWS::Partition\}):[\w.*-]*:[\w.*-]*:(?:\$\{AWS::AccountId\}|aws|\*)?:[^\s{}]+$/;

const ofRole = ({ statements, attached }: RoleView): readonly ResolvedText[] => [
  ...statements.flatMap(({ principals }) => principals.map(({ value }) => value)),
  ...attached.managed.map(({ value }) => value),
];

function* mistake(document: LocatedDocument, value: ResolvedText, own: string | undefined): Iterable<RuleFinding> {
  const { span, text } = value;
  const bare = text.replace(/\$\{[^{}]*\}/g, 'x');
  const told = shown(text);
  if (/[{}]/.test(bare)) {
    yield { span, message: `ARN ${told} has a stray brace. Remove it.`, fixes: withoutBrace(document, value) };
  } else if (/\s/.test(bare)) {
    if (!isToldElsewhere.test(text)) yield { span, message: `ARN ${told} has a space in it. Remove it.`, fixes: rewrite(document, 'Remove the space', value, text.replace(/\s+/g, '')) };
  } else {
    yield* wrongPart(document, value, own);
  }
}

/** A space behind the region stands in Microsoft's own documentation, and has a rule. */
const isToldElsewhere = /arn:(?:[\w-]|\$\{[\w:]+\})+:[\w.-]*:(?:[\w-]|\$\{[\w:]+\})*:[ \t]/;

function* wrongPart(document: LocatedDocument, value: ResolvedText, own: string | undefined): Iterable<RuleFinding> {
  const { span, text } = value;
  const told = shown(text);
  const [, partition = '', , , account = '', ...rest] = plainArn(text).split(':');
  if (rest.length === 0) {
    if (!text.includes('*')) yield { span, message: `ARN ${told} has fewer than six parts. Write it as arn:partition:service:region:account:resource.` };
  } else if (!/^(?:aws|\*|[<$].*)$/.test(partition)) {
    const fixes = rewrite(document, 'Write aws', value, text.replace(`arn:${partition}:`, 'arn:aws:'));
    yield { span, message: `ARN ${told} names partition ${shown(partition)}. ${unsupported(partition)} Write aws.`, fixes };
  } else if (own && /^\d{12}$/.test(account) && account !== own) {
    const fixes = rewrite(document, `Write ${own}`, value, text.replace(`:${account}:`, `:${own}:`));
    yield { span, severity: 'warning', message: `ARN ${told} names account ${account}, and the connector is for ${own}. Write \${AWS::AccountId} with Fn::Sub.`, fixes };
  } else if (value.known && /^\d+$/.test(account) && account.length !== 12) {
    yield { span, message: `ARN ${told} names account ${account}, and account ids have twelve digits. Write \${AWS::AccountId} with Fn::Sub.` };
  }
}

const unsupported = (partition: string): string =>
  catalog.regions.some((region) => region.partition === partition) ? 'Defender for Cloud does not support it.' : 'There is none of that name.';

/** Braces that no variable has. Where one is open, what it was to hold is not known. */
function withoutBrace({ text }: LocatedDocument, { span, scalar }: ResolvedText): readonly Fix[] {
  const place = scalar?.span ?? span;
  const [one, ...more] = [...text.slice(place.start, place.end).matchAll(/\$\{[^{}]*\}|[{}]/g)].filter(([match]) => match.length === 1);
  if (one?.[0] !== '}' || more.length > 0) return [];
  const start = place.start + one.index;
  return [{ title: 'Remove the brace', edits: [{ span: { start, end: start + 1 }, newText: '' }] }];
}
