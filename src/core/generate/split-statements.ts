import { policySize } from './policy-size';

export type Statement = Readonly<Record<string, unknown>>;

/**
 * Statements in as few documents as fit, in their order. A statement that alone is too large is cut in its actions,
 * which allows and denies the same.
 */
export function splitStatements(statements: readonly Statement[], limit: number): readonly (readonly Statement[])[] {
  const documents: Statement[][] = [];
  for (const statement of statements.flatMap((one) => cut(one, limit))) {
    const last = documents.at(-1);
    if (last && fits([...last, statement], limit)) last.push(statement);
    else documents.push([statement]);
  }
  return documents;
}

const fits = (statements: readonly Statement[], limit: number): boolean =>
  policySize({ Version: '2012-10-17', Statement: statements }) <= limit;

function cut(statement: Statement, limit: number): readonly Statement[] {
  const actions = statement['Action'];
  if (fits([statement], limit) || !Array.isArray(actions) || actions.length < 2) return [statement];
  const middle = Math.ceil(actions.length / 2);
  const { Sid, ...rest } = statement;
  // A Sid has to be unique in its document, so only the first piece keeps it.
  return [
    ...cut({ ...(Sid !== undefined && { Sid }), ...rest, Action: actions.slice(0, middle) }, limit),
    ...cut({ ...rest, Action: actions.slice(middle) }, limit),
  ];
}
