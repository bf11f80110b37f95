import { shown } from '../document/shown';
import { pathIn } from '../lint/view/provider-arn';
import type { TrustPrincipal, TrustStatement } from '../lint/view/trust-statement';
import { type Answer, every, no, unclear, yes } from './answer';
import { conditionAnswer } from './condition-answer';
import { matchesPattern } from '../lint/view/matches-pattern';
import type { Token } from './token';

/** How far a token gets through a statement, and what the statement says in the end. */
export interface StatementAnswer {
  readonly answer: Answer;
  /** The higher, the closer: the statement that was meant for the token gets it furthest. */
  readonly rank: number;
}

export function statementAnswer(statement: TrustStatement, token: Token): StatementAnswer {
  const steps = [actionAnswer(statement), principalAnswer(statement, token), conditionsAnswer(statement, token)];
  const stopped = steps.findIndex(({ holds }) => holds === false);
  return { answer: every(steps), rank: stopped < 0 ? steps.length : stopped };
}

const asked = 'sts:assumerolewithwebidentity';

function actionAnswer({ action, actions, map }: TrustStatement): Answer {
  const span = (action?.value ?? map).span;
  if (action?.key.value === 'NotAction') return unclear('NotAction is not read here', span);
  if (actions.some(({ text }) => matchesPattern(asked, text.toLowerCase()))) return yes;
  if (actions.some(({ known }) => !known)) return unclear('its actions are known only when a stack is made', span);
  return no('it does not allow sts:AssumeRoleWithWebIdentity', span);
}

function principalAnswer({ principal, principals, notPrincipal, isWhole, map }: TrustStatement, token: Token): Answer {
  if (notPrincipal) return yes; // Everyone but those it names.
  if (!principal) return no('it names no principal', map.span);
  if (principals.some((one) => covers(one, token))) return yes;
  if (!isWhole || principals.some(({ value }) => !value.known)) return unclear('whom it trusts is known only when a stack is made', principal.value.span);
  return no(`it trusts ${shown(principals.map(({ value }) => value.text).join(' and ') || 'nobody')}`, principal.value.span);
}

function covers({ kind, value }: TrustPrincipal, { issuer }: Token): boolean {
  if (kind === '*' || kind === 'AWS') return value.text === '*';
  return kind === 'Federated' && (value.text === '*' || (value.known && pathIn(value.text) === issuer.replace('https://', '')));
}

function conditionsAnswer({ condition, conditions, isWhole, map }: TrustStatement, token: Token): Answer {
  const answers = conditions.map((one) => conditionAnswer(one, token));
  const opaque = condition && !isWhole ? [unclear('its conditions are known only when a stack is made', (condition.value ?? map).span)] : [];
  return every([...answers, ...opaque]);
}
