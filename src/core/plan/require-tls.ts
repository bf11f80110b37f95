import { isJsonObject, sameJson, type Json, type JsonObject } from '../model/json';

/** A bucket's policy with the statement that refuses requests without TLS, and whether it had that already. */
export interface TlsPolicy {
  readonly policy: JsonObject;
  readonly changed: boolean;
}

/**
 * Adds the statement that Microsoft's page on connecting AWS accounts gives; every other statement stays as it is.
 *
 * @see https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws
 */
export function requireTls(policy: Json, bucketArn: string): TlsPolicy {
  const given = isJsonObject(policy) ? policy : {};
  const statements = listOf(given['Statement']);
  const wanted = refusal(bucketArn);
  if (statements.some((statement) => refusesPlainHttp(statement, bucketArn))) return { policy: given, changed: false };
  const taken = statements.some((statement) => isJsonObject(statement) && statement['Sid'] === wanted['Sid']);
  const added = taken ? { ...wanted, Sid: `${String(wanted['Sid'])}2` } : wanted;
  return { policy: { Version: '2012-10-17', ...given, Statement: [...statements, added] }, changed: true };
}

const refusal = (arn: string): JsonObject => ({
  Sid: 'AllowSSLRequestsOnly',
  Action: 's3:*',
  Effect: 'Deny',
  Resource: [arn, `${arn}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  Principal: '*',
});

/** Whether a statement denies everybody everything in the bucket where there is no TLS, however it is written. */
const refusesPlainHttp = (statement: Json, arn: string): boolean =>
  isJsonObject(statement) &&
  statement['Effect'] === 'Deny' &&
  ['*', { AWS: '*' }, { AWS: ['*'] }].some((everybody) => sameJson(statement['Principal'], everybody)) &&
  listOf(statement['Action']).some((action) => action === '*' || action === 's3:*') &&
  isEverywhere(listOf(statement['Resource']), arn) &&
  ['false', false, ['false']].some((plain) => sameJson(statement['Condition'], { Bool: { 'aws:SecureTransport': plain } }));

const isEverywhere = (resources: readonly Json[], arn: string): boolean =>
  resources.includes('*') || (resources.includes(arn) && resources.includes(`${arn}/*`));

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : value === undefined ? [] : [value]);
