import assert from 'node:assert/strict';
import { applyFixes } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';

const file = (interval: string, more = '') => `name: contoso
account: { id: "123456789012" }
azure:
  tenant: 11111111-2222-4333-8444-555555555555
  subscription: 66666666-7777-4888-9999-000000000000
  resourceGroup: rg-security
  location: eastus
${interval}
regions: [us-east1]
${more}`;
const rulesOf = (text: string) => lint(text, 'x.connector.yaml').map(({ rule }) => rule);

describe('a comment', () => {
  it('silences a rule on the next line and nowhere else', () => {
    assert.deepEqual(rulesOf(file('scanIntervalHours: 8')), ['connector/scan-interval', 'connector/regions']);
    assert.deepEqual(rulesOf(file('# defender-disable-next-line connector/scan-interval because of the auditors\nscanIntervalHours: 8')), ['connector/regions']);
    assert.deepEqual(rulesOf(file('# defender-disable-next-line connector/scan-interval\n\nscanIntervalHours: 8')), ['connector/scan-interval', 'connector/regions']);
    assert.deepEqual(rulesOf(file('# defender-disable-next-line connector/regions\nscanIntervalHours: 8')), ['connector/scan-interval', 'connector/regions']);
  });

  it('silences several rules in the whole file', () => {
    assert.deepEqual(rulesOf(file('scanIntervalHours: 8', '# defender-disable-file connector/scan-interval, connector/regions old\n')), []);
  });

  it('that names a rule that does not exist is told, with the one that is meant', () => {
    const text = file('# defender-disable-next-line connector/scan-intervall\nscanIntervalHours: 12').replace('us-east1', 'us-east-1');
    const found = lint(text, 'x.connector.yaml');
    assert.deepEqual(found.map(({ rule, message }) => [rule, message]), [
      ['connector/suppression', 'Rule connector/scan-intervall does not exist, so nothing is silenced. Write connector/scan-interval.'],
    ]);
    assert.deepEqual(rulesOf(applyFixes(text, found)), []);
  });

  it('that names no rule is told', () => {
    assert.ok(rulesOf(file('# defender-disable-next-line\nscanIntervalHours: 12')).includes('connector/suppression'));
  });

  it('does not count inside text', () => {
    assert.ok(!rulesOf(file('scanIntervalHours: 12').replace('rg-security', '"# defender-disable-file nothing"')).includes('connector/suppression'));
  });

  it('does not silence a syntax error', () => {
    assert.ok(rulesOf(file('a: [', '# defender-disable-file connector/syntax')).includes('connector/syntax'));
  });
});

describe("a template's metadata", () => {
  const template = (disable: readonly string[]) =>
    JSON.stringify({
      Metadata: { DefenderConnectors: { Disable: disable } },
      Resources: {
        ASCDefendersOIDCIdentityProvider: {
          Type: 'AWS::IAM::OIDCProvider',
          Properties: { Url: 'https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d', ClientIdList: [] },
        },
      },
    });

  it('silences a rule in JSON', () => {
    assert.deepEqual(lint(template([]), 'x.json').map(({ rule }) => rule), ['template/provider-url']);
    assert.deepEqual(lint(template(['template/provider-url']), 'x.json'), []);
    assert.deepEqual(lint(template(['template/no-such-thing']), 'x.json').map(({ rule }) => rule), ['template/suppression', 'template/provider-url']);
  });

  it('is told at the name of a rule that does not exist, without its quotes', () => {
    const text = template(['template/no-such-thing']);
    const [{ span } = { span: { start: 0, end: 0 } }] = lint(text, 'x.json');
    assert.equal(text.slice(span.start, span.end), 'template/no-such-thing');
  });
});
