import assert from 'node:assert/strict';
import { problemsOf } from '../../../../src/adapters/aws/aws-problem';

interface Thrown {
  readonly name?: string;
  readonly code?: string;
  readonly status?: number;
}

function thrown(text: string, { name = 'Error', code, status }: Thrown = {}): Error {
  return Object.assign(new Error(text), { name, ...(code ? { code } : {}), $metadata: { httpStatusCode: status } });
}

/** Error names and texts as AWS and the SDK's credential providers give them. */
const cases: readonly [error: Error, code: string, message: RegExp, action: RegExp][] = [
  [thrown('Request aborted', { name: 'AbortError' }), 'cancelled', /Cancelled/, /again/],
  [
    thrown("Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.", { name: 'CredentialsProviderError' }),
    'credentials',
    /SSO session of profile dev/,
    /aws sso login --profile dev/,
  ],
  [thrown('UnauthorizedException: Session token not found or invalid'), 'credentials', /SSO session/, /aws sso login/],
  [thrown('Failed to load token from /home/u/.aws/login/cache/1.json'), 'credentials', /sign-in session/, /aws login --profile dev/],
  [thrown('The security token included in the request is expired', { name: 'ExpiredToken', status: 403 }), 'credentials', /has expired/, /renew/],
  [thrown('Command failed: get-keys --password hunter2', { name: 'CredentialsProviderError' }), 'credentials', /credential_process/, /terminal/],
  [thrown('The security token included in the request is invalid.', { name: 'InvalidClientTokenId' }), 'credentials', /does not accept/, /active/],
  [thrown('Signature expired: 2020 is now earlier than 2026', { name: 'SignatureDoesNotMatch' }), 'credentials', /clock/, /clock/],
  [thrown('The request signature we calculated does not match', { name: 'SignatureDoesNotMatch' }), 'credentials', /secret access key/, /aws configure/],
  [thrown('not enabled', { name: 'OptInRequired' }), 'invalidInput', /eu-west-9 is not enabled/, /Enable/],
  [thrown('No access', { name: 'ForbiddenException' }), 'credentials', /SSO does not give/, /sso_role_name/],
  [
    thrown('User: arn:aws:iam::123456789012:user/dev is not authorized to perform: cloudformation:CreateChangeSet on resource: x', { name: 'AccessDenied', status: 403 }),
    'accessDenied',
    /may not make a change set: it lacks cloudformation:CreateChangeSet/,
    /Ask for cloudformation:CreateChangeSet/,
  ],
  [thrown('Rate exceeded', { name: 'Throttling', status: 400 }), 'throttled', /too many requests/, /Wait/],
  [thrown('', { name: 'Anything', status: 429 }), 'throttled', /too many requests/, /Wait/],
  [thrown('self-signed certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'network', /DEPTH_ZERO_SELF_SIGNED_CERT/, /NODE_EXTRA_CA_CERTS/],
  [thrown('unable to verify', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }), 'network', /cannot be trusted/, /NODE_EXTRA_CA_CERTS/],
  [thrown('getaddrinfo ENOTFOUND cloudformation.eu-west-9.amazonaws.com', { code: 'ENOTFOUND' }), 'network', /address of AWS in eu-west-9/, /region/],
  [thrown('connect ECONNREFUSED 127.0.0.1:1', { code: 'ECONNREFUSED' }), 'network', /could not be reached/, /endpoint_url/],
  [thrown('read ECONNRESET', { name: 'TimeoutError', code: 'ECONNRESET' }), 'network', /did not answer/, /again/],
  [thrown('Unknown', { name: 'Unknown', status: 502 }), 'network', /HTTP 502/, /proxy/],
  [thrown('XML parse error: mismatched tags', { status: 200 }), 'network', /in its place/, /proxy/],
  [thrown('Stack is in CREATE_IN_PROGRESS', { name: 'OperationInProgressException' }), 'conflict', /Stack is in CREATE_IN_PROGRESS\./, /new preview/],
  [thrown('ChangeSet [x] does not exist', { name: 'ChangeSetNotFound' }), 'notFound', /not there any more/, /new preview/],
  [thrown('Parameters: [A] must have values', { name: 'ValidationError' }), 'invalidInput', /must have values\./, /Correct/],
  [thrown('Could not resolve credentials', { name: 'CredentialsProviderError' }), 'credentials', /gives no credentials/, /another/],
  [thrown('We made an error', { name: 'InternalFailure', status: 500 }), 'service', /We made an error\./, /details/],
];

describe('AWS errors', () => {
  const toProblem = problemsOf('dev', 'eu-west-9');

  for (const [error, code, message, action] of cases)
    it(`${error.name}: ${error.message.slice(0, 40)}`, () => {
      const problem = toProblem(error, 'make a change set');
      assert.equal(problem.code, code);
      assert.match(problem.message, message);
      assert.match(problem.message, /\.$/);
      assert.match(problem.action ?? '', action);
    });

  it('never carry a secret out', () => {
    const texts = [
      thrown('Command failed: get-keys --password hunter2'),
      thrown(`The key ASIA${'X'.repeat(16)} with ${'t'.repeat(200)} is odd`, { name: 'Odd' }),
    ].map((error) => JSON.stringify(toProblem(error, 'do it')));
    for (const text of texts) assert.doesNotMatch(text, /hunter2|ASIAX|t{80}/);
  });

  it('can be anything that is thrown', () => {
    assert.equal(toProblem('text', 'do it').code, 'service');
    assert.equal(toProblem(undefined, 'do it').code, 'service');
  });
});
