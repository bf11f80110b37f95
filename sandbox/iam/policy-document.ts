import { isJsonObject, type Json, type JsonObject } from '../json';
import { malformedPolicy } from './iam-errors';

/** Reads a policy that came as text, as the API takes it. */
export function parsePolicy(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw malformedPolicy('This policy contains invalid Json');
  }
}

/** Refuses a permissions policy that IAM would not take. */
export function checkPolicy(document: Json): void {
  for (const statement of statementsOf(document)) {
    if ('Principal' in statement || 'NotPrincipal' in statement) throw malformedPolicy('Policy document should not specify a principal.');
    if (!('Resource' in statement || 'NotResource' in statement)) throw malformedPolicy('Policy statement must contain resources.');
  }
}

/** Refuses a trust policy that IAM would not take, apart from who its principals are. */
export function checkTrustPolicy(document: Json): void {
  for (const statement of statementsOf(document)) {
    if ('Resource' in statement || 'NotResource' in statement) throw malformedPolicy('Has prohibited field Resource');
    if (!('Principal' in statement || 'NotPrincipal' in statement)) throw malformedPolicy('Missing required field Principal');
    if (texts(statement.Action).some((action) => !/^(sts:|\*$)/i.test(action))) {
      throw malformedPolicy('AssumeRole policy may only specify STS AssumeRole actions.');
    }
  }
}

/** The statements of a well-formed policy; refuses one that is not. */
export function statementsOf(document: Json): readonly JsonObject[] {
  if (!isJsonObject(document)) throw malformedPolicy('Syntax errors in policy.');
  const { Version, Statement } = document;
  if (Version !== undefined && Version !== '2012-10-17' && Version !== '2008-10-17') {
    throw malformedPolicy('The policy must contain a valid version string');
  }
  const statements = Array.isArray(Statement) ? (Statement as readonly Json[]) : Statement === undefined ? [] : [Statement];
  if (statements.length === 0) throw malformedPolicy('Syntax errors in policy.');
  return statements.map(checkStatement);
}

function checkStatement(statement: Json): JsonObject {
  if (!isJsonObject(statement)) throw malformedPolicy('Syntax errors in policy.');
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny') throw malformedPolicy('Syntax errors in policy.');
  const actions = texts(statement.Action ?? statement.NotAction);
  if (actions.length === 0) throw malformedPolicy('Policy statement must contain actions.');
  if (actions.some((action) => action !== '*' && !/^[a-z0-9-]+:/i.test(action))) {
    throw malformedPolicy('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
  }
  return statement;
}

/** Size as IAM counts it: without white space. */
export const policySize = (document: Json): number => JSON.stringify(document).replace(/\s/g, '').length;

/** A text or a list of texts, as policies write them. */
export const texts = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : [value]).filter((item): item is string => typeof item === 'string');
