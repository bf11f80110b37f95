import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../../../src/core/lint/lint';
import { sarifUri } from '../../../../src/core/report/sarif';
import { sarifReport } from '../../../../src/core/report/sarif-report';
import { validLog } from './sarif-schema';

const file = 'examples/with-mistakes.connector.yaml';
const text = readFileSync(file, 'utf8');

describe('findings as SARIF', () => {
  const findings = lint(text, file);
  const log = validLog(sarifReport([{ file, text, findings }, { file: 'b c.yaml', text: '', findings: [] }], '1.2.3'));
  const [run] = log.runs;

  it('has one result for each finding, at its place', () => {
    assert.ok(findings.length > 3);
    assert.equal(run?.results?.length, findings.length);
    const [first] = findings;
    const region = run?.results?.[0]?.locations?.[0]?.physicalLocation?.region;
    const before = text.slice(0, first?.span.start).split('\n');
    assert.equal(region?.startLine, before.length);
    assert.equal(region?.startColumn, (before.at(-1)?.length ?? 0) + 1);
  });

  it('names each rule once, with its page, and each result points to its own', () => {
    const rules = run?.tool.driver.rules ?? [];
    assert.deepEqual(rules.map(({ id }) => id), [...new Set(findings.map(({ rule }) => rule))].sort());
    for (const { ruleId, ruleIndex = -1 } of run?.results ?? []) assert.equal(rules[ruleIndex]?.id, ruleId);
    assert.ok(rules.filter(({ helpUri }) => helpUri?.startsWith('https://')).length > 0);
    assert.equal(run?.tool.driver.version, '1.2.3');
  });

  it('carries the fixes, which put the file right', () => {
    const fixed = run?.results?.find(({ fixes }) => fixes !== undefined);
    const replacement = fixed?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    const finding = findings.find(({ fixes }) => fixes.length > 0);
    assert.equal(replacement?.insertedContent?.text, finding?.fixes[0]?.edits[0]?.newText);
  });

  it('calls information and hints notes', () => {
    const levels = new Set((run?.results ?? []).map(({ level }) => level));
    assert.ok([...levels].every((level) => ['error', 'warning', 'note'].includes(level ?? '')), [...levels].join());
  });

  it('writes paths as references', () => {
    assert.equal(sarifUri('./a b/ü#1.yaml'), 'a%20b/%C3%BC%231.yaml');
    assert.equal(sarifUri('C:\\work\\a.yaml'), 'file:///C:/work/a.yaml');
    assert.equal(sarifUri('/tmp/a.yaml'), '/tmp/a.yaml');
  });
});
