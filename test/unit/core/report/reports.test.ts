import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/model/finding';
import { jsonReport } from '../../../../src/core/report/json-report';
import { textReport } from '../../../../src/core/report/text-report';

const text = 'a: 1\r\nb:\tx\r\n';
const finding: Finding = {
  rule: 'connector/x',
  severity: 'warning',
  message: 'B is x. Write y.',
  span: { start: 9, end: 10 },
  fixes: [{ title: 'Write y', edits: [{ span: { start: 9, end: 10 }, newText: 'y' }] }],
};

describe('the text report', () => {
  it('shows the place, the line and the fix', () => {
    assert.equal(
      textReport('dir/x.yaml', text, [finding]),
      'dir/x.yaml:2:4 warning: B is x. Write y. (connector/x)\n  2 | b: x\n    |    ^\n    = fix: Write y\n',
    );
  });

  it('is empty without findings', () => assert.equal(textReport('x', text, []), ''));

  it('cuts a long line around the place', () => {
    const long = `${'x'.repeat(5_000)}BAD${'y'.repeat(5_000)}`;
    const [, line, mark] = textReport('x', long, [{ ...finding, span: { start: 5_000, end: 5_003 } }]).split('\n');
    assert.ok(line && mark && line.length < 120);
    assert.equal(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1), 'BAD');
    assert.match(line, /… *…$|…x+BADy+…$/);
  });

  it('marks one line of a place that spans several', () => {
    assert.match(textReport('x', 'ab\ncd\n', [{ ...finding, span: { start: 0, end: 5 } }]), /\| ab\n {4}\| \^\^\n/);
  });
});

describe('the JSON report', () => {
  it('is one array for all files, counted from zero', () => {
    const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 4 } };
    assert.deepEqual(JSON.parse(jsonReport([{ file: 'x.yaml', text, findings: [finding] }, { file: 'y.yaml', text, findings: [] }])), [
      {
        file: 'x.yaml',
        rule: 'connector/x',
        severity: 'warning',
        message: 'B is x. Write y.',
        range,
        fixes: [{ title: 'Write y', edits: [{ range, newText: 'y' }] }],
      },
    ]);
    assert.equal(jsonReport([]), '[]\n');
  });
});
