import { randomBytes } from 'node:crypto';
import { uniqueId } from '../iam/unique-id';
import { ServiceError, validationError } from '../service-error';
import type { Operation, OperationTable } from '../service-request';
import { trustAllows } from './trust';

const getCallerIdentity: Operation = ({ session }) => ({
  Arn: session.arn,
  UserId: session.userId,
  Account: session.accountId,
});

const assumeRole: Operation = ({ world, session, input }) => {
  const arn = input.required('RoleArn');
  const sessionName = readSessionName(input.required('RoleSessionName'));
  const role = roleByArn(world.accounts, arn);
  if (!role || !trustAllows(role.trust, session, input.text('ExternalId'))) {
    throw new ServiceError(
      'AccessDenied',
      `User: ${session.arn} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
      403,
    );
  }
  const seconds = input.number('DurationSeconds') ?? 3600;
  if (seconds > role.maxSessionSeconds) {
    throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  const [, accountId = ''] = /::(\d{12}):/.exec(arn) ?? [];
  const assumed = {
    accountId,
    accessKeyId: uniqueId('ASIA', 16),
    secretAccessKey: randomBytes(30).toString('base64'),
    token: randomBytes(120).toString('base64'),
    arn: `arn:aws:sts::${accountId}:assumed-role/${role.name}/${sessionName}`,
    userId: `${role.id}:${sessionName}`,
    expires: new Date(Date.now() + seconds * 1000),
  };
  world.sessions.set(assumed.accessKeyId, assumed);
  return {
    Credentials: {
      AccessKeyId: assumed.accessKeyId,
      SecretAccessKey: assumed.secretAccessKey,
      SessionToken: assumed.token,
      Expiration: assumed.expires,
    },
    AssumedRoleUser: { AssumedRoleId: assumed.userId, Arn: assumed.arn },
  };
};

/** Texts: the STS API model, and what accounts have reported of regions that are switched off. */
const getSessionToken: Operation = ({ world, account, session, region, input }) => {
  if (session.token !== undefined) throw new ServiceError('AccessDenied', 'Cannot call GetSessionToken with session credentials', 403);
  if (account.services.regionsWithoutSessions.has(region)) {
    const message = `STS is not activated in this region for account:${account.id}. Your account administrator can activate STS in this region using the IAM Console.`;
    throw new ServiceError('RegionDisabledException', message, 403);
  }
  const given = { ...session, accessKeyId: uniqueId('ASIA', 16), secretAccessKey: randomBytes(30).toString('base64') };
  const token = randomBytes(120).toString('base64');
  const expires = new Date(Date.now() + (input.number('DurationSeconds') ?? 43_200) * 1000);
  world.sessions.set(given.accessKeyId, { ...given, token, expires });
  return { Credentials: { AccessKeyId: given.accessKeyId, SecretAccessKey: given.secretAccessKey, SessionToken: token, Expiration: expires } };
};

/**
 * Ours is JSON in base64url: what real messages hold can only be read by AWS. Errors: API model, DecodeAuthorizationMessage.
 */
const decodeMessage: Operation = ({ input }) => {
  const decoded = Buffer.from(input.required('EncodedMessage'), 'base64url').toString('utf8');
  if (decoded.startsWith('{') && decoded.endsWith('}')) return { DecodedMessage: decoded };
  throw new ServiceError('InvalidAuthorizationMessageException', 'Invalid Message: the message could not be decoded', 400);
};

export const stsOperations: OperationTable = {
  GetCallerIdentity: getCallerIdentity,
  AssumeRole: assumeRole,
  DecodeAuthorizationMessage: decodeMessage,
  GetSessionToken: getSessionToken,
};

const roleByArn = (accounts: Parameters<Operation>[0]['world']['accounts'], arn: string) =>
  [...accounts.values()].flatMap(({ iam }) => [...iam.roles.values()]).find((role) => role.arn === arn);

/** Length and pattern: STS API model, RoleSessionName. */
function readSessionName(name: string): string {
  if (/^[\w+=,.@-]{2,64}$/.test(name)) return name;
  throw validationError(
    `1 validation error detected: Value '${name}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`,
  );
}
