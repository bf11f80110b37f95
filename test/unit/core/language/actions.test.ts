import assert from 'node:assert/strict';
import { readDocument } from '../../../../src/core/document/read-document';
import { actionsAt } from '../../../../src/core/language/actions';
import { editsOf } from '../../../../src/core/lint/apply-fixes';
import { applyEdits } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';
import type { Finding, Fix } from '../../../../src/core/model/finding';

const fix = (title: string, start: number, end: number): Fix => ({ title, edits: [{ span: { start, end }, newText: title }] });

const finding = (start: number, end: number, ...fixes: Fix[]): Finding => ({
  rule: 'connector/example',
  severity: 'error',
  message: 'Wrong.',
  span: { start, end },
  fixes,
});

const json = readDocument('{}', 'json');

describe('actions', () => {
  it('offers the fixes of the findings that a span touches, the first of each as preferred', () => {
    const first = finding(0, 4, fix('a', 0, 4), fix('b', 0, 4));
    const second = finding(10, 14, fix('c', 10, 14));
    const offered = actionsAt(json, [first, second], { start: 4, end: 4 });
    assert.deepEqual(offered.map(({ title, preferred }) => [title, preferred]), [['a', true], ['b', false]]);
    assert.deepEqual(actionsAt(json, [first, second], { start: 5, end: 9 }), []);
  });

  it('fixes all at once, each place only once', () => {
    const edits = editsOf([
      finding(0, 4, fix('a', 0, 4), fix('not this', 20, 22)),
      finding(2, 6, fix('collides', 2, 6)),
      finding(6, 8, fix('b', 6, 8)),
      finding(9, 9),
    ]);
    assert.deepEqual(edits.map(({ newText }) => newText), ['a', 'b']);
  });

  describe('silencing', () => {
    const text = 'name: a\naccount:\n  id: 12\n  type: singel\n';
    const file = 'a.connector.yaml';
    const silence = (before: string, rule: string, title: RegExp) => {
      const found = lint(before, file).find((candidate) => candidate.rule === rule);
      assert.ok(found);
      const offered = actionsAt(readDocument(before, 'yaml'), [found], found.span).find((action) => title.test(action.title));
      return applyEdits(before, offered?.edits ?? []);
    };

    it('silences a finding on its line, at the line\'s own indentation', () => {
      const after = silence(text, 'connector/account-id', /on this line/);
      assert.equal(after, text.replace('  id', '  # defender-disable-next-line connector/account-id\n  id'));
      assert.ok(!lint(after, file).some(({ rule }) => rule === 'connector/account-id'));
    });

    it('adds to the comment that is there', () => {
      const commented = text.replace('  id', '  # defender-disable-next-line connector/schema\n  id');
      const after = silence(commented, 'connector/account-id', /on this line/);
      assert.equal(after, commented.replace('line connector/schema', 'line connector/schema, connector/account-id'));
    });

    it('silences a rule in the whole file and keeps mark and line ends', () => {
      const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      const after = silence(windows, 'connector/account-id', /in this file/);
      assert.ok(after.startsWith('\uFEFF# defender-disable-file connector/account-id\r\nname: a'));
      assert.ok(!lint(after, file).some(({ rule }) => rule === 'connector/account-id'));
    });

    it('silences in the metadata of a JSON template, whatever is there already', () => {
      const template = (metadata: string) =>
        `{ "AWSTemplateFormatVersion": "2010-09-09",${metadata} "Resources": { "ASCDefendersOIDCIdentityProvider": { "Type": "AWS::IAM::OIDCProvider", "Properties": { "Url": "https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d", "ClientIdList": ["api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479"] } } } }`;
      const rule = 'template/provider-url';
      for (const metadata of ['', ' "Metadata": {},', ' "Metadata": { "a": 1 },', ' "Metadata": { "DefenderConnectors": {} },', ' "Metadata": { "DefenderConnectors": { "Disable": [] } },', ' "Metadata": { "DefenderConnectors": { "Disable": ["template/session-name"] } },']) {
        const text = template(metadata);
        const found = lint(text, 'a.json').find((finding) => finding.rule === rule);
        assert.ok(found, metadata);
        const [offered, ...more] = actionsAt(readDocument(text, 'json'), [{ ...found, fixes: [] }], found.span);
        assert.ok(offered && more.length === 0);
        const after = applyEdits(text, offered.edits);
        assert.ok(JSON.parse(after).Metadata.DefenderConnectors.Disable.includes(rule), after);
        assert.ok(!lint(after, 'a.json').some((finding) => finding.rule === rule));
      }
      const strange = template(' "Metadata": 7,');
      const found = lint(strange, 'a.json').find((finding) => finding.rule === rule);
      assert.ok(found);
      assert.deepEqual(actionsAt(readDocument(strange, 'json'), [{ ...found, fixes: [] }], found.span), []);
    });

    it('adds no metadata beside a section that was meant to be it', () => {
      const text = '{ "AWSTemplateFormatVersion": "2010-09-09", "metaData": {}, "Resources": { "ASCDefendersOIDCIdentityProvider": { "Type": "AWS::IAM::OIDCProvider" } } }';
      const document = readDocument(text, 'json');
      const found = lint(text, 'a.json').find(({ rule }) => rule === 'template/required-property');
      assert.ok(found);
      assert.deepEqual(actionsAt(document, [{ ...found, fixes: [] }], found.span), []);
    });

    it('offers nothing for a syntax error, and nothing in a JSON connector', () => {
      const error = lint('name: [', file).find(({ rule }) => rule === 'connector/syntax');
      assert.ok(error);
      const [finding] = lint('{}', 'a.connector.json');
      assert.ok(finding);
      assert.deepEqual(actionsAt(json, [finding], finding.span), []);
      assert.deepEqual(actionsAt(readDocument('name: [', 'yaml'), [error], error.span), []);
    });
  });
});
