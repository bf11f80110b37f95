import assert from 'node:assert/strict';
import { mergeConnectors, type DeclaredConnector } from '../../../../src/core/azure/merge-connectors';
import type { AzureConnector } from '../../../../src/core/model/azure-connector';

const file = (name: string, accountId: string | null, place: DeclaredConnector['azure'] = { subscription: 's1', resourceGroup: 'rg' }): DeclaredConnector => ({ name, accountId, azure: place });

const connector = (name: string, accountId: string | null, more: Partial<AzureConnector> = {}): AzureConnector => {
  const key = { subscription: 's1', resourceGroup: 'RG', name };
  return { id: `/${key.subscription}/${name}`, key, location: 'eastus', accountId, membership: 'single', parentId: null, plans: {}, ...more };
};

const rows = (files: readonly DeclaredConnector[], connectors: readonly AzureConnector[]) =>
  mergeConnectors(files, connectors).map(({ file: one, azure, members }) => [one?.name ?? '-', azure?.key.name ?? '-', members.map(({ key }) => key.name).join()]);

describe('files and connectors in Azure as one list', () => {
  it('joins by name and place without regard to case, else by account', () => {
    assert.deepEqual(rows([file('a', '1'), file('b', '2')], [connector('A', '9'), connector('other', '2'), connector('c', '3')]), [
      ['a', 'A', ''],
      ['b', 'other', ''],
      ['-', 'c', ''],
    ]);
  });

  it('does not guess where two files are of one account', () => {
    assert.deepEqual(rows([file('a', '1'), file('b', '1')], [connector('c', '1')]), [['a', '-', ''], ['b', '-', ''], ['-', 'c', '']]);
  });

  it('shows two connectors of one account as two', () => {
    assert.deepEqual(rows([file('a', '1')], [connector('a', '1'), connector('twin', '1')]), [['a', 'a', ''], ['-', 'twin', '']]);
  });

  it('puts members under their organization, and the others beside it', () => {
    const member = (name: string, parentId: string | null) => connector(name, name, { membership: 'member', parentId });
    assert.deepEqual(rows([file('org', '1')], [connector('org', '1', { membership: 'organization' }), member('m1', '1'), member('m2', '1'), member('m3', '7'), member('m4', null)]), [
      ['org', 'org', 'm1,m2'],
      ['-', 'm3', ''],
      ['-', 'm4', ''],
    ]);
    assert.deepEqual(rows([], [connector('org', '1', { membership: 'organization' }), member('m1', '1')]), [['-', 'org', 'm1']]);
  });

  it('takes 10,000 connectors at once', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => connector(`c${index}`, String(index), { membership: index % 10 === 0 ? 'organization' : 'member', parentId: String(index - (index % 10)) }));
    const started = process.cpuUsage();
    const merged = mergeConnectors([], many);
    const { user, system } = process.cpuUsage(started);
    assert.equal(merged.length, 1_000);
    assert.ok(user + system < 500_000, `${(user + system) / 1000} ms`);
  });
});
