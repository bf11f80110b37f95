import assert from 'node:assert/strict';
import { CreateOpenIDConnectProviderCommand, IAMClient } from '@aws-sdk/client-iam';
import { lookAtAccount } from '../../../src/app/look-at-account';
import { accountWords, providerWords } from '../../../src/core/onboarding/account-look';
import { account, issuer, startCloud, type Cloud } from './cloud';

const sentinel = 'api://1462b192-27f7-4cb9-8523-0f4ecb54b47e';

describe('looking at the account of a profile', () => {
  let cloud: Cloud;
  beforeEach(async () => (cloud = await startCloud()));
  afterEach(() => cloud.stop());

  it('says whose account it is, and that nothing of Microsoft is in it yet', async () => {
    const look = await lookAtAccount(cloud.ports({ profile: 'sandbox-other' }), null);
    assert.ok(look.ok);
    assert.deepEqual(look.value, { profile: 'sandbox-other', accountId: '345678901234', providers: [], gap: null });
    assert.match(accountWords(look.value, account), /^Profile sandbox-other is in account 345678901234, but 123456789012 stands here\.$/);
    assert.match(providerWords(look.value).join(), /no identity provider .* yet/);
  });

  it("finds the provider that Microsoft Sentinel has created, with the purpose of each audience", async () => {
    const { endpoint, accounts } = cloud.sandbox;
    const keys = accounts.find(({ id }) => id === account);
    assert.ok(keys);
    const client = new IAMClient({ endpoint, region: 'us-east-1', credentials: keys });
    await client.send(new CreateOpenIDConnectProviderCommand({ Url: `https://${issuer}`, ClientIDList: [sentinel, 'api://other'], ThumbprintList: ['626d44e704d1ceabe3bf0d53397464ac8080142c'] }));
    const look = await lookAtAccount(cloud.ports(), '11111111-2222-4333-8444-555555555555');
    assert.ok(look.ok);
    assert.deepEqual(look.value.providers.map(({ url }) => url), [issuer]);
    assert.match(look.value.providers[0]?.audiences[0]?.purpose ?? '', /Microsoft Sentinel/);
    assert.equal(look.value.providers[0]?.audiences[1]?.purpose, null);
    assert.match(providerWords(look.value).join(), /has the identity provider sts\.windows\.net.* already\. Microsoft Sentinel may use it too\. It is shared, not created again\./);
  });

  it('still says the account where the providers may not be read, and why nothing is known of them', async () => {
    cloud.sandbox.faults.add({ match: '.*\\.(List|Get)OpenIDConnectProviders?', do: 'denied', times: 5 });
    const look = await lookAtAccount(cloud.ports(), null);
    assert.ok(look.ok && look.value.accountId === account && look.value.gap !== null);
    assert.match(providerWords(look.value).join(), /is not known\. /);
  });
});
