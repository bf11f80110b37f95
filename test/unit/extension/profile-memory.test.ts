import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { profileMemory } from '../../../src/extension/deployment/profile-memory';

const state = (stored?: unknown): Memento => {
  const values = new Map<string, unknown>([['profileByAccount', stored]]);
  return { keys: () => [...values.keys()], get: (key: string) => values.get(key) as never, update: async (key: string, value: unknown) => void values.set(key, value) };
};

describe('the memory of profiles', () => {
  it('keeps one choice for each account', async () => {
    const memory = profileMemory(state());
    await memory.set('123456789012', { profile: 'dev', region: null });
    await memory.set('210987654321', { profile: 'org', region: 'eu-west-1' });
    assert.deepEqual(memory.get('123456789012'), { profile: 'dev', region: null });
    assert.deepEqual(memory.get('210987654321'), { profile: 'org', region: 'eu-west-1' });
    assert.equal(memory.get('345678901234'), undefined);
  });

  it('takes nothing from a state that is not its own', () => {
    for (const stored of [null, 7, 'x', [], { '123456789012': null }, { '123456789012': { profile: 1 } }]) {
      assert.equal(profileMemory(state(stored)).get('123456789012'), undefined);
    }
  });
});
