import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';
import { applyDefect, baseText } from '../../../corpus/apply-defect';
import { areas } from '../../../corpus/defect';
import { defects } from '../../../corpus/defects';

/** One mistake at a time in files that are right otherwise. */
describe('the corpus of single mistakes', () => {
  for (const base of new Set(defects.map((defect) => defect.base))) {
    it(`begins with ${base}, about which nothing is said`, () => assert.deepEqual(lint(baseText(base), base), []));
  }

  for (const defect of defects) {
    it(`sees ${defect.id} where it stands${defect.fix ? ', and puts it right' : ''}`, () => {
      const { text, fileName, start, end } = applyDefect(defect);
      const findings = lint(text, fileName);
      const found = findings.find(({ rule, span }) => rule === defect.rule && span.start === start && span.end === end);
      assert.ok(found, JSON.stringify(findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)])));
      assert.equal(found.fixes.length > 0, defect.fix);
      const [fix] = found.fixes;
      if (!fix) return;
      const same = (some: ReturnType<typeof lint>) => some.filter(({ rule, message }) => rule === found.rule && message === found.message).length;
      assert.equal(same(lint(applyEdits(text, fix.edits), fileName)), same(findings) - 1);
    });
  }

  it('is large enough, and of every area', () => {
    assert.ok(defects.length >= 60);
    assert.equal(new Set(defects.map(({ id }) => id)).size, defects.length);
    for (const area of areas) assert.ok(defects.some((defect) => defect.area === area), area);
  });

  it('holds 28 to compare tools by, 13 of them about trust, and fixes at least 24', () => {
    const common = defects.filter((defect) => defect.common);
    assert.equal(common.length, 28);
    assert.equal(common.filter(({ area }) => area === 'trust').length, 13);
    assert.ok(common.filter(({ fix }) => fix).length >= 24);
  });
});
