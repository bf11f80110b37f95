import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readDocument } from '../../../../src/core/document/read-document';
import { applyFixes } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';
import type { RelatedFiles } from '../../../../src/core/lint/related-files';
import { rules } from '../../../../src/core/lint/rules';
import { textReport } from '../../../../src/core/report/text-report';

describe('each rule', () => {
  for (const { id, kind } of rules) {
    const read = (name: string) => readFileSync(`test/rules/${id}/${name}`, 'utf8');
    const format = existsSync(`test/rules/${id}/bad.json`) ? 'json' : 'yaml';
    const findings = (text: string) => lint(text, kind === 'connector' ? `x.connector.${format}` : `x.${format}`, relatedTo(id));

    it(`${id} reports its bad example, and only that`, () => {
      const bad = read(`bad.${format}`);
      assert.equal(textReport(`bad.${format}`, bad, findings(bad)), read('bad.txt'));
      assert.deepEqual([...new Set(findings(bad).map(({ rule }) => rule))], [id]);
    });

    it(`${id} turns its bad example into its good one, as far as it has fixes`, () => {
      const bad = read(`bad.${format}`);
      if (findings(bad).every(({ fixes }) => fixes.length > 0)) {
        assert.equal(applyFixes(bad, findings(bad)), read(`good.${format}`));
      }
      assert.deepEqual(findings(read(`good.${format}`)), []);
    });
  }

  it('has an id of its own, named after its kind', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { id, kind } of rules) assert.match(id, new RegExp(`^${kind === 'resource' || kind === 'entry' ? 'template' : kind}/[a-z][a-z-]*$`));
  });

  it('says what holds in one sentence, and where that is written', () => {
    for (const { id, summary, why, source, checked } of rules) {
      assert.match(summary, /^[A-Z][^\n]*\.$/, id);
      assert.ok(why.length > 80, id);
      assert.match(source, /^https:\/\//, id);
      assert.match(checked, /^\d{4}-\d\d-\d\d$/, id);
    }
  });
});

function relatedTo(id: string): RelatedFiles {
  const fileName = `test/rules/${id}/related.connector.yaml`;
  if (!existsSync(fileName)) return {};
  return { connector: { fileName, document: readDocument(readFileSync(fileName, 'utf8'), 'yaml') } };
}
