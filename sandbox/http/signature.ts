import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { CredentialScope } from './credentials';

export interface SignedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Whether the request was signed with this secret, by the steps of Signature Version 4. */
export function signatureMatches(scope: CredentialScope, secret: string, request: SignedRequest): boolean {
  const time = String(request.headers['x-amz-date'] ?? '');
  const scopeText = `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scopeText, sha256(canonicalRequest(scope, request))].join('\n');
  const key = [scope.date, scope.region, scope.service, 'aws4_request'].reduce<Buffer>(
    (previous, part) => hmac(previous, part),
    Buffer.from(`AWS4${secret}`),
  );
  return hmac(key, toSign).toString('hex') === scope.signature;
}

function canonicalRequest(scope: CredentialScope, { method, url, headers, body }: SignedRequest): string {
  const [path = '/', query = ''] = url.split('?', 2);
  return [
    method,
    path,
    canonicalQuery(query),
    ...scope.signedHeaders.map((name) => `${name}:${String(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    scope.signedHeaders.join(';'),
    // S3 clients say the hash of the body, or that there is none, in this header.
    String(headers['x-amz-content-sha256'] ?? sha256(body)),
  ].join('\n');
}

const canonicalQuery = (query: string): string =>
  query
    .split('&')
    .filter((field) => field !== '')
    .map((field) => (field.includes('=') ? field : `${field}=`))
    .sort()
    .join('&');

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
