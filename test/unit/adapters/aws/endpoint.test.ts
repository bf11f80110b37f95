import assert from 'node:assert/strict';
import { endpointFor } from '../../../../src/adapters/aws/endpoint';

const config = {
  profiles: new Map(),
  services: new Map([['local', { 'cloudformation.endpoint_url': 'http://services', 'sso_oidc.endpoint_url': 'http://oidc' }]]),
};

describe('the endpoint of a service', () => {
  const of = (profile: Record<string, string> | undefined, environment: Record<string, string> = {}, service = 'CloudFormation') =>
    endpointFor({ profile, service, config, environment });

  it('is AWS when nothing else is said', () => {
    assert.equal(of({}), undefined);
    assert.equal(of(undefined), undefined);
    assert.equal(of({ endpoint_url: '' }), undefined);
  });

  it('is the profile’s, its services section first', () => {
    assert.equal(of({ endpoint_url: 'http://profile' }), 'http://profile');
    assert.equal(of({ endpoint_url: 'http://profile', services: 'local' }), 'http://services');
    assert.equal(of({ endpoint_url: 'http://profile', services: 'local' }, {}, 'IAM'), 'http://profile');
    assert.equal(of({ services: 'local' }, {}, 'SSO OIDC'), 'http://oidc');
    assert.equal(of({ services: 'unknown' }), undefined);
  });

  it('is the environment’s before that, the service’s own first', () => {
    const environment = { AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_CLOUDFORMATION: 'http://cfn' };
    assert.equal(of({ endpoint_url: 'http://profile' }, environment), 'http://cfn');
    assert.equal(of({ endpoint_url: 'http://profile' }, environment, 'IAM'), 'http://all');
  });

  it('is AWS when configured endpoints are to be ignored', () => {
    assert.equal(of({ endpoint_url: 'http://profile', ignore_configured_endpoint_urls: 'true' }), undefined);
    assert.equal(of({ endpoint_url: 'http://profile' }, { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'TRUE' }), undefined);
    assert.equal(
      of({ endpoint_url: 'http://profile', ignore_configured_endpoint_urls: 'true' }, { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false' }),
      'http://profile',
    );
  });
});
