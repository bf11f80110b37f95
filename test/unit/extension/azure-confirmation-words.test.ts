import assert from 'node:assert/strict';
import type { ConnectorPlan } from '../../../src/core/azure/connector-plan';
import { deletionWords, writeWords } from '../../../src/extension/azure/confirmation-words';

const key = { subscription: 'sub-1', resourceGroup: 'rg-1', name: 'contoso' };
const plan: ConnectorPlan = {
  action: 'create',
  ...{ tenant: 'tenant-1', key, location: 'eastus', accountId: '123456789012', apiVersion: '2024-08-01-preview', before: null, body: {}, etag: null },
  changes: [{ path: 'location', kind: 'add', before: null, after: 'eastus' }],
  ...{ registersProvider: true, createsGroup: true },
  rights: [
    { title: 'Write the connector', state: 'allowed', sentence: 'Fine.', says: [] },
    { title: 'All features', state: 'missing', sentence: 'Ask for Owner.', says: [] },
  ],
  notes: ['A note.'],
};

describe('the words before Azure is changed', () => {
  it('name connector, resource group, subscription, tenant and account, and what is made first', () => {
    const { question, detail, yes } = writeWords(plan);
    assert.equal(question, 'Create connector contoso in resource group rg-1, subscription sub-1?');
    for (const part of ['123456789012', 'tenant-1', 'Microsoft.Security is registered first', 'Resource group rg-1 is created first', 'A note.', 'Missing right: All features. Ask for Owner.']) assert.ok(detail.includes(part), part);
    assert.ok(!detail.includes('Fine.'));
    assert.equal(yes, 'Create connector');
    assert.equal(writeWords({ ...plan, action: 'update' }).yes, 'Update connector');
  });

  it('name the members that a deletion takes with it, and not hundreds of them', () => {
    const members = Array.from({ length: 30 }, (_, index) => ({ ...key, name: `m${index}` }));
    const { question, detail } = deletionWords({ tenant: 't', key, accountId: null, members, steps: [{ kind: 'now', sentence: 'It goes.' }] });
    assert.match(question, /^Delete connector contoso in resource group rg-1/);
    assert.match(detail, /It goes\.\nMembers: m0, .*m19 …$/);
  });
});
