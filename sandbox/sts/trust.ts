import { statementsOf, texts } from '../iam/policy-document';
import { wildcard } from '../iam/wildcard';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { Session } from '../world';

/** Whether a trust policy lets this caller assume the role. A condition the sandbox cannot judge does not let anybody in. */
export function trustAllows(trust: Json, caller: Session, externalId: string | undefined): boolean {
  const applying = statementsOf(trust).filter(
    (statement) =>
      texts(statement.Action).some((action) => wildcard(action).test('sts:AssumeRole')) &&
      namesCaller(statement.Principal, caller) &&
      conditionsHold(statement.Condition, caller, externalId),
  );
  return applying.length > 0 && applying.every(({ Effect }) => Effect === 'Allow');
}

function namesCaller(principal: Json | undefined, caller: Session): boolean {
  if (principal === '*') return true;
  if (!isJsonObject(principal)) return false;
  const names = ['*', caller.accountId, `arn:aws:iam::${caller.accountId}:root`, caller.arn, roleOf(caller.arn)];
  return texts(principal.AWS).some((name) => names.includes(name));
}

/** The role behind an assumed-role session, as trust policies usually name it. */
const roleOf = (arn: string): string => arn.replace(/^(arn:[\w-]+:)sts(::\d{12}:)assumed-role\/([^/]+)\/.+$/, '$1iam$2role/$3');

function conditionsHold(condition: Json | undefined, caller: Session, externalId: string | undefined): boolean {
  if (!isJsonObject(condition)) return true;
  const known: Readonly<Record<string, string | undefined>> = {
    'sts:externalid': externalId,
    'aws:principalaccount': caller.accountId,
    'aws:principalarn': caller.arn,
  };
  return Object.entries(condition).every(([operator, keys]) =>
    isJsonObject(keys) && Object.entries(keys as JsonObject).every(([key, allowed]) => {
      const actual = known[key.toLowerCase()];
      return actual !== undefined && compares(operator, texts(allowed), actual);
    }),
  );
}

function compares(operator: string, allowed: readonly string[], actual: string): boolean {
  switch (operator) {
    case 'StringEquals':
      return allowed.includes(actual);
    case 'StringLike':
    case 'ArnLike':
      return allowed.some((pattern) => wildcard(pattern).test(actual));
    default:
      return false;
  }
}
