import assert from 'node:assert/strict';
import type { ConnectorHealth, ConnectorIssue } from '../../../src/core/model/health';
import type { HealthPageMessage, HealthView } from '../../../src/protocol/health';
import { isHealthHostMessage, isHealthPageMessage } from '../../../src/protocol/health-shapes';
import { createView } from '../../../webview/health/view';
import { pageDocument } from './page-document';

const issueOf = (text: string): ConnectorIssue => ({
  key: text, source: 'azure', severity: 'error', name: text, description: text, plans: [text],
  remediation: { steps: [text], script: text },
  evidence: [{ label: text, value: text }],
  reference: text,
});

const healthOf = (text: string, issues = [issueOf(text)]): ConnectorHealth => ({
  state: 'unhealthy', rule: 'any-unhealthy', summary: text,
  sources: [
    { source: 'azure', state: 'unhealthy', said: 'unhealthy', reason: text, at: text, age: text, stale: text },
    { source: 'files', state: 'healthy', said: 'healthy', reason: text, at: null, age: null, stale: null },
  ],
  disagreement: text,
  issues,
  gaps: [{ what: text, why: text, permission: text }],
});

const viewOf = (text: string, more: Partial<HealthView> = {}): HealthView => ({
  revision: 7,
  connector: { name: text, accountId: text, accountType: 'management', place: text },
  health: healthOf(text),
  work: { kind: 'verify', step: text, done: 1, total: 3 },
  problem: { code: 'network', message: text, action: text, detail: text },
  offers: ['verify', 'readAzure', 'openFile', 'openPortal'],
  fixes: [{ issue: 0, label: text }],
  ...more,
});

const show = (view: HealthView) => {
  const made = pageDocument();
  const wishes: HealthPageMessage[] = [];
  createView(made.document, (wish) => wishes.push(wish)).show({ view, asked: undefined, copied: undefined });
  return { ...made, wishes };
};

describe('the health page', () => {
  for (const text of ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '\u202Etxet\u202C', 'x'.repeat(1_000_000)]) {
    it(`draws ${JSON.stringify(text.slice(0, 30))} as text, wherever it stands`, () => {
      const { page, status } = show(viewOf(text));
      assert.ok(status.textContent.length < 5_000);
      assert.ok(page.textContent.includes(text.slice(0, 1_000)));
      assert.ok(page.textContent.length < 200_000);
      for (const element of page.all()) {
        assert.match(element.tag, /^(main|section|article|div|dl|dt|dd|h[1-4]|p|ul|ol|li|table|caption|thead|tbody|tr|th|td|span|strong|bdi|pre|details|summary|progress|vscode-button)$/);
        for (const [name, value] of element.attributes) {
          assert.match(name, /^(id|class|role|scope|tabindex|appearance|disabled|max|value|data-key|aria-[a-z]+)$/);
          assert.ok(!value.includes(text), `${name} carries data`);
        }
      }
    });
  }

  it('asks about an issue of the view that it shows', () => {
    const { page, wishes } = show(viewOf('x', { work: null }));
    for (const label of ['Copy steps', 'Copy script', 'Run in terminal…', 'Open documentation', 'x']) page.find('vscode-button', label)?.listeners.get('click')?.();
    assert.deepEqual(wishes, (['copySteps', 'copyScript', 'runScript', 'openReference', 'fix'] as const).map((kind) => ({ kind, revision: 7, issue: 0 })));
    assert.ok(wishes.every(isHealthPageMessage));
  });

  it('offers only what there is', () => {
    const bare: ConnectorIssue = { ...issueOf('x'), remediation: { steps: [], script: null }, evidence: [], reference: null, plans: [] };
    const { page } = show(viewOf('x', { health: healthOf('x', [bare]), fixes: [], offers: ['openFile'], work: null, problem: null }));
    const labels = [...page.all()].filter(({ tag }) => tag === 'vscode-button').map((button) => button.textContent);
    assert.deepEqual(labels, ['Open connector file', 'Copy report']);
    assert.match(page.textContent, /Affects every plan\./);
  });

  it('starts nothing while something runs, and can cancel it', () => {
    const { page, wishes } = show(viewOf('x'));
    page.find('vscode-button', 'Verify now')?.listeners.get('click')?.();
    page.find('vscode-button', 'Cancel')?.listeners.get('click')?.();
    assert.deepEqual(wishes, [{ kind: 'cancel' }]);
  });

  it('says that nobody has looked where nobody has', () => {
    const { page, status } = show(viewOf('x', { health: { ...healthOf('x', []), state: 'unknown' }, work: null, problem: null }));
    assert.match(page.textContent, /Nobody has looked for issues yet\./);
    assert.equal(status.textContent, 'x is unknown, 0 issues.');
  });

  it('gets messages that pass its own check, and none that do not', () => {
    assert.ok(isHealthHostMessage({ kind: 'view', connectorKey: 'file:///a', view: viewOf('x') }));
    assert.ok(!isHealthHostMessage({ kind: 'view', connectorKey: 'file:///a', view: { ...viewOf('x'), offers: ['delete'] } }));
    assert.ok(!isHealthPageMessage({ kind: 'runScript', revision: 1, issue: 0, script: 'rm -rf /' }), 'a page cannot bring a script');
  });
});
