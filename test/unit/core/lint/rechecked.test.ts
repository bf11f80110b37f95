import assert from 'node:assert/strict';
import { readDocument, rereadDocument } from '../../../../src/core/document/read-document';
import { lintDocument } from '../../../../src/core/lint/lint-document';
import { rules } from '../../../../src/core/lint/rules';
import { benchTemplate } from '../../../../bench/templates';

const { text } = benchTemplate(100_000);

/** How often rules look at something, which no busy machine changes. */
function countedLooks(work: () => void): number {
  let looks = 0;
  const originals = rules.map(({ check }) => check);
  for (const rule of rules) {
    const { check } = rule;
    Object.assign(rule, {
      check: (...seen: Parameters<typeof check>) => {
        looks += 1;
        return Reflect.apply(check, rule, seen);
      },
    });
  }
  try {
    work();
  } finally {
    for (const [index, rule] of rules.entries()) Object.assign(rule, { check: originals[index] });
  }
  return looks;
}

function looksAfter(edit: (text: string) => string): { readonly first: number; readonly again: number } {
  const memory = {};
  let document = readDocument(text, 'yaml');
  const first = countedLooks(() => lintDocument(document, 'template', {}, memory));
  const edited = edit(text);
  assert.notEqual(edited, text);
  document = rereadDocument(document, edited);
  return { first, again: countedLooks(() => lintDocument(document, 'template', {}, memory)) };
}

describe('what is looked at again after an edit', () => {
  it('is one resource, where only its description changes', () => {
    const { first, again } = looksAfter((before) => before.replace(/(Copy1:\n {4}Type: AWS::IAM::Role[^]*?Description: \w)/, '$1x'));
    assert.ok(first > 1_000, `${first} looks at first`);
    assert.ok(again < 60, `${again} of ${first} looks`);
  });

  it('is what names a resource, too, where the resource has another name', () => {
    const one = looksAfter((before) => before.replace(/(Copy1:\n {4}Type: AWS::IAM::Role[^]*?Description: \w)/, '$1x'));
    const { first, again } = looksAfter((before) => before.replace(/(\n {2}\w+RoleCopy1):/, '$1x:'));
    assert.ok(again > 2 * one.again && again < first, `${again} of ${first} looks`);
  });

  it('is nothing but what always looks, where a comment changes', () => {
    const { again } = looksAfter((before) => before.replace('\nParameters:', '\n# here\nParameters:'));
    assert.ok(again < 30, `${again} looks`);
  });
});
