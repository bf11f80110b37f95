import { shown } from '../../../document/shown';
import { iam } from '../../../catalog/iam';
import type { LocatedDocument } from '../../../document/located';
import { rewrite } from '../../fix/rewrite';
import { nearest } from '../../nearest';
import { roleRule } from '../../role-rule';
import type { RuleFinding } from '../../rule';
import type { ResolvedText } from '../../view/resolved-text';
import type { RoleView } from '../../view/role-view';
import type { TrustStatement } from '../../view/trust-statement';

/** Tokens are exchanged by one action, and everybody else assumes a role by another. */
export const trustAction = roleRule({
  id: 'template/trust-action',
  severity: 'error',
  summary: 'Each statement of a trust policy allows the one action by which its principal assumes the role.',
  why: `An identity provider's tokens assume a role with \`sts:AssumeRoleWithWebIdentity\`, accounts and services with
\`sts:AssumeRole\`. With another action nobody gets in. A wildcard or \`NotAction\` allows ways in that nobody thought of,
and AWS refuses trust policies with actions other than those of STS.`,
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html',
  checked: '2026-11-22',
  reads: [],

  *check(role, { document }) {
    for (const statement of role.statements) {
      if (statement.action?.key.value === 'NotAction') yield allButSome(role, statement.action.key);
      for (const action of statement.actions) yield* actionMistakes(document, role, statement, action);
    }
  },
});

const allButSome = ({ label }: RoleView, { span }: { readonly span: RuleFinding['span'] }): RuleFinding => ({
  span,
  message: `Role ${label} allows every action but those that NotAction names. Name the one action with Action.`,
});

const { assume, beside } = iam.trustActions;

function* actionMistakes(document: LocatedDocument, { label }: RoleView, statement: TrustStatement, action: ResolvedText): Iterable<RuleFinding> {
  if (!action.known) return;
  const right = rightAction(statement);
  const fixes = right ? rewrite(document, `Allow ${right}`, action, right) : [];
  const advice = right ? `Allow ${right}.` : `Allow one of ${beside.slice(0, 3).join(', ')}.`;
  if (action.text.includes('*')) {
    yield { span: action.span, severity: 'warning', message: `Role ${label} allows ${shown(action.text)}, more than it needs. ${advice}`, fixes };
  } else if (!beside.some((known) => known.toLowerCase() === action.text.toLowerCase())) {
    const meant = nearest(action.text, beside, 3);
    const instead = meant ? rewrite(document, `Allow ${meant}`, action, meant) : fixes;
    yield { span: action.span, message: `Role ${label} allows ${shown(action.text)}, which assumes no role. ${meant ? `Allow ${meant}.` : advice}`, fixes: instead };
  } else if (right && !statement.actions.some(({ text, known }) => !known || text.includes('*') || equal(text, right)) && isAssume(action.text)) {
    yield { span: action.span, message: `Role ${label} allows ${shown(action.text)}, and ${who(statement)} assumes it with ${right}. ${advice}`, fixes };
  }
}

/** Undefined where a statement names principals of several kinds, or everyone, which is told elsewhere. */
function rightAction({ principals }: TrustStatement): string | undefined {
  if (principals.some(({ value }) => value.text.includes('*'))) return undefined;
  const [first, ...more] = new Set(principals.map(({ kind }) => kind));
  return first !== undefined && more.length === 0 ? assume[first] : undefined;
}

const who = ({ principals }: TrustStatement): string => (principals[0]?.kind === 'Federated' ? 'an identity provider' : 'its principal');

const equal = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const isAssume = (action: string): boolean => /^sts:AssumeRole/i.test(action);
