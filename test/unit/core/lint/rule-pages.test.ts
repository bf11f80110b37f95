import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { rulePages } from '../../../../scripts/docs/rule-pages';
import { rules } from '../../../../src/core/lint/rules';

const files = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => pattern.test(file));

describe('the files of the rules', () => {
  const ids = rules.map(({ id }) => id).sort();

  it('are one source file for each rule', () => {
    assert.deepEqual(files('src/core/lint/rules', /\/.*\.ts$/).map((file) => file.replace(/\.ts$/, '')).sort(), ids);
  });

  it('are one folder of fixtures for each rule', () => {
    assert.deepEqual(files('test/rules', /\/bad\.txt$/).map((file) => file.replace(/\/bad\.txt$/, '')).sort(), ids);
  });

  it('are pages that are up to date: npm run docs writes them', () => {
    const pages = rulePages();
    assert.deepEqual(files('docs/rules', /\.md$/).toSorted(), [...pages.keys()].sort());
    for (const [path, text] of pages) assert.equal(readFileSync(`docs/rules/${path}`, 'utf8'), text, path);
  });
});
