import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { benchTemplate } from '../../../../bench/templates';
import { readDocument, rereadDocument } from '../../../../src/core/document/read-document';
import { lintDocument } from '../../../../src/core/lint/lint-document';
import type { LintMemory } from '../../../../src/core/lint/template-findings';

describe('what is kept of a template that is edited for long', () => {
  it('is the last version, and nothing of those before', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const { earlier, memory } = edited();
    for (let tries = 0; tries < 20 && earlier.some((one) => one.deref()); tries++) {
      await sleep(1);
      collect();
    }
    assert.equal(earlier.filter((one) => one.deref()).length, 0, `of ${earlier.length} are kept`);
    assert.ok(memory.view);
  });
});

/** In a frame of its own, whose variables do not count. */
function edited(): { readonly earlier: readonly WeakRef<object>[]; readonly memory: LintMemory } {
  const memory: LintMemory = {};
  const earlier: WeakRef<object>[] = [];
  let { text } = benchTemplate(30_000);
  let document = readDocument(text, 'yaml');
  lintDocument(document, 'template', {}, memory);
  for (let edit = 0; edit < 8; edit++) {
    earlier.push(new WeakRef(document), new WeakRef(memory.view ?? document));
    text = text.replace(/Description: \w/, '$&x');
    document = rereadDocument(document, text);
    lintDocument(document, 'template', {}, memory);
  }
  return { earlier, memory };
}
