import assert from 'node:assert/strict';
import type { ConnectorHealth } from '../../../../src/core/model/health';
import { healthMarkdown } from '../../../../src/core/report/health-markdown';
import { markdownText } from '../../../../src/core/report/markdown-text';

const health: ConnectorHealth = {
  state: 'unhealthy', rule: 'any-unhealthy', summary: 'The stack is missing.', disagreement: null,
  sources: [{ source: 'aws', state: 'unhealthy', said: 'unhealthy', reason: 'No stack | here.', at: null, age: '5 minutes ago', stale: null }],
  issues: [{
    key: 'k', source: 'verification', severity: 'error', name: 'Role <b>missing</b>', description: 'There is no role\nCspmMonitorAws.', plans: ['Defender CSPM'],
    remediation: { steps: ['Deploy.', 'Verify.'], script: 'echo "```"' }, evidence: [{ label: 'Account', value: '123456789012' }], reference: 'https://example.com/a',
  }],
  gaps: [{ what: 'Clusters', why: 'Access was denied.', permission: 'eks:ListClusters' }],
};

describe('health as Markdown', () => {
  it('says all of it', () => {
    assert.equal(healthMarkdown('contoso_1', health), `# Health of contoso\\_1: unhealthy

The stack is missing.

## Issues: 1

### Error: Failed check: Role \\<b\\>missing\\</b\\>

There is no role CspmMonitorAws.

Affects Defender CSPM.

- Account: 123456789012

1. Deploy.
2. Verify.

\`\`\`\`sh
echo "\`\`\`"
\`\`\`\`

Source: <https://example.com/a>

## Not looked at: 1

- Clusters: Access was denied. Permission that is missing: \`eks:ListClusters\`.

## Who says what

| Source | Says | Why | Looked |
|---|---|---|---|
| CloudFormation | unhealthy | No stack \\| here. | 5 minutes ago |
`);
  });

  it('shows a text from outside as it is, on one line', () => {
    assert.equal(markdownText('# a\n- b `c` [d](e) <f>'), '\\# a - b \\`c\\` \\[d\\](e) \\<f\\>');
    assert.equal(markdownText('1. a'), '1\\. a');
    assert.equal(markdownText('- a'), '\\- a');
  });
});
