import assert from 'node:assert/strict';
import { localFailure } from '../../../../src/adapters/azure/arm-failure';
import { armProblem } from '../../../../src/adapters/azure/arm-problem';
import { withoutTokens } from '../../../../src/adapters/azure/without-tokens';
import { endpointOf, publicEndpoint } from '../../../../src/adapters/azure/endpoint';
import { isSameHost } from '../../../../src/adapters/azure/pages';

const about = { doing: 'read connector c', tenant: 't', timeoutSeconds: 30 };

describe('a problem with Azure', () => {
  it('holds no token, whatever the answer repeats', () => {
    const jwt = `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(40)}.${'c'.repeat(30)}`;
    for (const text of [`Bearer ${jwt}`, `token ${jwt}.`, `authorization: bearer abc-def`, 'x'.repeat(200)]) {
      const problem = armProblem({ ...localFailure('Odd', text), status: 400, ...about });
      for (const secret of [jwt, 'abc-def', 'x'.repeat(200)]) assert.ok(!JSON.stringify(problem).includes(secret), text);
    }
    assert.equal(withoutTokens('plain words, /subscriptions/66666666-7777-4888-9999-000000000000'), 'plain words, /subscriptions/66666666-7777-4888-9999-000000000000');
  });

  it('names the correlation id for support, and is silent about a cancel', () => {
    assert.match(armProblem({ ...localFailure('Odd', 'x'), status: 500, correlationId: 'abc', ...about }).detail ?? '', /^Odd: x, correlation id abc$/);
    assert.equal(armProblem({ ...localFailure('aborted', ''), ...about }).detail, undefined);
  });
});

describe('the place of Azure', () => {
  it('is the public cloud, or a stand-in on this machine, and nothing else', () => {
    const at = (endpoint?: string) => endpointOf({ DEFENDER_CONNECTORS_ARM_ENDPOINT: endpoint });
    assert.equal(at('http://127.0.0.1:1234/'), 'http://127.0.0.1:1234');
    for (const other of [undefined, '', 'http://evil.example', 'http://127.0.0.1.evil.example', 'http://127.0.0.1@evil.example', 'http://user@localhost', 'file:///etc']) assert.equal(at(other), publicEndpoint, other);
  });

  it('is where the next page has to be', () => {
    for (const link of ['https://evil.example/x', 'http://management.azure.com/x', 'https://management.azure.com:444/x', 'https://user@management.azure.com/x', '/relative', ''])
      assert.equal(isSameHost(link, publicEndpoint), false, link);
    assert.equal(isSameHost('https://management.azure.com/subscriptions?$skiptoken=x', publicEndpoint), true);
  });
});
