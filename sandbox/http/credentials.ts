import type { IncomingMessage } from 'node:http';
import { ServiceError } from '../service-error';
import type { Session, World } from '../world';
import { signatureMatches, type SignedRequest } from './signature';

/** What a Signature Version 4 request says of itself before anything is checked. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const headerForm =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/;

export function readCredentialScope(request: IncomingMessage): CredentialScope | undefined {
  const found = headerForm.exec(request.headers.authorization ?? '');
  if (!found) return undefined;
  const [, accessKeyId = '', date = '', region = '', service = '', signedHeaders = '', signature = ''] = found;
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(';'), signature };
}

/** The session behind a signed request. Texts and statuses: common errors of the query services. */
export function authenticate(world: World, scope: CredentialScope | undefined, request: SignedRequest): Session {
  if (!scope) throw new ServiceError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
  const session = world.sessions.get(scope.accessKeyId);
  const disabled = world.accounts.get(session?.accountId ?? '')?.disabledRegions.has(scope.region);
  if (!session || disabled || session.token !== single(request.headers['x-amz-security-token'])) throw unknownKey(scope.service);
  if (session.expires && session.expires.getTime() <= Date.now()) {
    throw new ServiceError('ExpiredToken', 'The security token included in the request is expired', 403);
  }
  if (!signatureMatches(scope, session.secretAccessKey, request)) throw wrongSignature();
  return session;
}

const unknownKey = (service: string) =>
  service === 's3'
    ? new ServiceError('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', 403)
    : new ServiceError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);

const wrongSignature = () =>
  new ServiceError(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    403,
  );

const single = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.[0];
