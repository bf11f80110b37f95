import { statementsOf } from './policy-statements';
import { asJson, asList, type Json } from './template-body';

/** A trust policy as one readable line per statement: who may do what, and when. Takes a resolved document. */
export const trustLines = (document: unknown): readonly string[] => statementsOf(document).map(trustLine);

function trustLine(statement: Json): string {
  const effect = statement['Effect'] === 'Deny' ? 'Deny' : 'Allow';
  const actions = [...asList(statement['Action']), ...asList(statement['NotAction']).map((action) => `all but ${String(action)}`)];
  const who = [...principals(statement['Principal']), ...principals(statement['NotPrincipal']).map((name) => `all but ${name}`)];
  const conditions = conditionsOf(statement);
  const when = conditions.length > 0 ? ` when ${conditions.join(' and ')}` : '';
  return `${effect} ${actions.join(', ')} by ${who.join(', ') || 'nobody'}${when}`;
}

const principals = (principal: unknown): readonly string[] =>
  typeof principal === 'string'
    ? [principal === '*' ? 'anybody (*)' : principal]
    : Object.values(asJson(principal)).flatMap(asList).map((name) => (name === '*' ? 'anybody (*)' : String(name)));

const conditionsOf = (statement: Json) =>
  Object.entries(asJson(statement['Condition'])).flatMap(([operator, tests]) =>
    Object.entries(asJson(tests)).map(
      ([key, values]) => `${shortKey(key)} ${operators[operator] ?? operator} ${asList(values).map(String).join(' or ')}`,
    ),
  );

const operators: Readonly<Record<string, string>> = { StringEquals: 'is', StringLike: 'is like', StringNotEquals: 'is not' };

/** `sts.windows.net/…/:aud` is long and its provider stands in the principal already. */
const shortKey = (key: string) => key.slice(key.lastIndexOf('/:') + 1).replace(/^:/, '');
