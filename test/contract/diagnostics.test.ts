import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { explainError } from '../../src/core/diagnose/explain-error';

const file = resolve('../shared/domain/diagnostics.json');

interface Collected {
  readonly id: string;
  readonly samples: readonly { readonly text: string }[];
}

describe('the collected errors, where they lie beside the checkout', () => {
  it('are all explained, as what they are', function () {
    if (!existsSync(file)) return this.skip(); // collected outside this repository
    const collected = JSON.parse(readFileSync(file, 'utf8')) as readonly Collected[];
    const samples = collected.flatMap(({ id, samples: texts }) => texts.map(({ text }) => ({ id, text })));
    assert.ok(samples.length > 100);
    assert.deepEqual(samples.filter(({ id, text }) => explainError(text).id !== id), []);
  });
});
