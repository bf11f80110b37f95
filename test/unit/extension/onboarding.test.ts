import assert from 'node:assert/strict';
import { newAnswers } from '../../../src/core/onboarding/new-answers';
import type { WizardDraft } from '../../../src/core/onboarding/wizard-state';
import { changedPart } from '../../../src/extension/onboarding/changed-part';
import { draftMemory, draftToKeep } from '../../../src/extension/onboarding/draft-memory';
import { latestOnly } from '../../../src/extension/onboarding/latest-only';
import { isOnboardingPageMessage, isOnboardingPageState } from '../../../src/protocol/onboarding-shapes';

const draft: WizardDraft = { before: null, answers: newAnswers, step: 'plans', touched: ['name'], tried: ['account'] };

const memento = (stored: unknown) => {
  const values = new Map<string, unknown>([['defenderConnectors.onboarding', stored]]);
  return {
    get: (key: string) => values.get(key) as never,
    update: (key: string, value: unknown) => Promise.resolve(void values.set(key, value)),
  };
};

describe('what the wizard keeps', () => {
  it('is there again, by file, until it is forgotten', async () => {
    const memory = draftMemory(memento(undefined));
    await memory.keep('new', draft);
    await memory.keep('file:///a', { ...draft, step: 'review' });
    assert.deepEqual(memory.recall('new'), draft);
    await memory.forget('new');
    assert.equal(memory.recall('new'), undefined);
    assert.equal(memory.recall('file:///a')?.step, 'review');
  });

  it('is nothing until something is answered', () => {
    assert.equal(draftToKeep({ ...draft, step: 'review' }, draft), undefined);
    const named = { ...draft, answers: { ...draft.answers, name: 'a' } };
    assert.equal(draftToKeep(named, draft), named);
  });

  it('is not taken when it is no draft', () => {
    for (const stored of [null, 1, { new: {} }, { new: { ...draft, step: 'elsewhere' } }, { new: { ...draft, answers: [] } }]) {
      assert.equal(draftMemory(memento(stored)).recall('new'), undefined);
    }
    assert.equal(draftMemory(memento({})).recall('constructor'), undefined);
  });
});

describe('the state from which VS Code restores the wizard', () => {
  it('names a file, or a new connector', () => {
    for (const uri of [null, 'file:///home/a/contoso.connector.yaml', 'vscode-vfs://github/a/b.connector.yaml']) assert.ok(isOnboardingPageState({ uri }), String(uri));
    for (const state of [undefined, null, {}, { uri: 1 }, { uri: '' }, { uri: 'contoso' }, { uri: 'file:////x' }, { uri: null, more: 1 }, 'null']) assert.ok(!isOnboardingPageState(state), JSON.stringify(state));
  });
});

describe('messages of the wizard page', () => {
  it('are taken when they are whole and no larger than they may be', () => {
    assert.ok(isOnboardingPageMessage({ kind: 'draft', revision: 1, draft }));
    assert.ok(!isOnboardingPageMessage({ kind: 'draft', revision: -1, draft }));
    assert.ok(!isOnboardingPageMessage({ kind: 'draft', revision: 1, draft: { ...draft, answers: { name: 'x'.repeat(400_000) } } }));
    assert.ok(!isOnboardingPageMessage({ kind: 'draft', revision: 1, draft: { ...draft, answers: deep(30) } }));
    assert.ok(!isOnboardingPageMessage({ kind: 'save' }));
    assert.ok(!isOnboardingPageMessage({ kind: 'save', thenPreview: true, uri: 'file:///etc/passwd' }));
  });
});

const deep = (levels: number): object => (levels === 0 ? {} : { a: deep(levels - 1) });

describe('the part of a text that changed', () => {
  const cases: readonly [before: string, after: string][] = [
    ['', ''], ['', 'a'], ['a', ''], ['abc', 'axc'], ['aa', 'aaa'], ['aaa', 'aa'], ['abcabc', 'abc'], ['x\ny\n', 'x\nz\ny\n'],
  ];
  for (const [before, after] of cases) {
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => {
      const { start, end, newText } = changedPart(before, after);
      assert.equal(before.slice(0, start) + newText + before.slice(end), after);
    });
  }

  it('is no more than that', () => assert.deepEqual(changedPart('one two three', 'one 2 three'), { start: 4, end: 7, newText: '2' }));
});

describe('previews', () => {
  it('run one at a time, and of those that wait only the last', async () => {
    const seen: number[] = [];
    let free: () => void = () => undefined;
    const run = latestOnly(async (value: number) => {
      seen.push(value);
      await new Promise<void>((resolve) => (free = resolve));
    });
    run(1);
    run(2);
    run(3);
    assert.deepEqual(seen, [1]);
    free();
    await new Promise(setImmediate);
    assert.deepEqual(seen, [1, 3]);
    free();
  });
});
