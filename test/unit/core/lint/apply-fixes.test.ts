import assert from 'node:assert/strict';
import { applyFixes } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';
import type { Finding, TextEdit } from '../../../../src/core/model/finding';

const finding = (...edits: readonly TextEdit[]): Finding => ({
  rule: 'connector/x',
  severity: 'error',
  message: '',
  span: { start: 0, end: 0 },
  fixes: [{ title: '', edits }],
});
const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

describe('applying fixes', () => {
  it('changes what they name and no other byte', () => {
    const text = '\uFEFFa\r\nb\rc\n';
    assert.equal(applyFixes(text, [finding(edit(6, 7, 'C')), finding(edit(1, 2, 'A'))]), '\uFEFFA\r\nb\rC\n');
  });

  it('takes the first of fixes that overlap, and all or none of its edits', () => {
    assert.equal(applyFixes('abcdef', [finding(edit(0, 3, 'x')), finding(edit(2, 4, 'y'), edit(5, 6, 'z'))]), 'xdef');
    assert.equal(applyFixes('abc', [finding(edit(1, 1, 'x')), finding(edit(1, 1, 'y'))]), 'axbc');
  });

  it('makes an edit that two findings share once', () => {
    assert.equal(applyFixes('abc', [finding(edit(1, 1, 'x')), finding(edit(1, 1, 'x'))]), 'axbc');
  });

  it('leaves a text without fixes alone', () => {
    assert.equal(applyFixes('abc', [{ ...finding(), fixes: [] }]), 'abc');
  });

  it('takes a line out with the whole of its line end', () => {
    const text = 'account:\r\n  type: management\r\n  excluded:\r\n    - "210987654321"\r\n    - "210987654321" # again\r\n    - "345678901234"\r\n';
    const twice = lint(text, 'x.connector.yaml').filter(({ rule }) => rule === 'connector/excluded-accounts');
    assert.equal(applyFixes(text, twice), text.replace('    - "210987654321" # again\r\n', ''));
  });

  it('does not offer to write behind a tag that would say what the new value is', () => {
    const trust = (principal: string) =>
      `Resources:\n  ASCDefendersOIDCIdentityProvider: { Type: AWS::IAM::OIDCProvider }\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: CspmMonitorAws\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: sts:AssumeRoleWithWebIdentity\n            Principal: ${principal}\n`;
    const fixesOf = (principal: string) => lint(trust(principal), 'x.yaml').find(({ rule }) => rule === 'template/wildcard-principal')?.fixes.length;
    assert.equal(fixesOf("'*'"), 1);
    for (const tag of ['!!set', '!!str', '!x', '!!set &a', '!!set # all\n             ']) assert.equal(fixesOf(`${tag} '*'`), 0, tag);
  });
});
