import assert from 'node:assert/strict';
import { explainError } from '../../../src/core/diagnose/explain-error';
import { bounded } from '../../../src/extension/platform/bounded';
import type { ExplanationPageMessage, ExplanationView } from '../../../src/protocol/explanation';
import { isExplanationHostMessage, isExplanationPageMessage } from '../../../src/protocol/explanation-page-shapes';
import { createView } from '../../../webview/explanation/view';
import { pageDocument } from './page-document';

const viewOf = (text: string, more: Partial<ExplanationView> = {}): ExplanationView => ({
  explanation: explainError(text), connector: null, decoding: false, problem: null, ...more,
});

describe('the page of an explanation', () => {
  for (const text of ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', 'Role with name <b>x</b> already exists.', '\u202Etxet\u202C', 'x'.repeat(100_000)]) {
    it(`draws ${JSON.stringify(text.slice(0, 30))} as text`, () => {
      const { page, document } = pageDocument();
      const message = bounded({ kind: 'view' as const, view: viewOf(text, { connector: text, problem: { code: 'accessDenied', message: text, action: text, detail: text } }) });
      assert.ok(isExplanationHostMessage(message));
      createView(document, () => undefined).show(message.view);
      assert.ok(page.textContent.includes(text.slice(0, 1_000)));
      for (const element of page.all()) {
        assert.match(element.tag, /^(main|section|div|h[1-3]|p|ul|ol|li|strong|bdi|pre|details|summary|vscode-button)$/);
        for (const [name, value] of element.attributes) assert.ok(!value.includes(text), `${name} carries data`);
      }
    });
  }

  it('has a button for each thing that can be done now, and waits while AWS is asked', () => {
    const { page, document } = pageDocument();
    const wishes: ExplanationPageMessage[] = [];
    const view = createView(document, (wish) => wishes.push(wish));
    const encoded = 'Encoded authorization failure message: eyJhIjoxfQ';
    view.show(viewOf(encoded));
    page.find('vscode-button', 'Decode the reason')?.listeners.get('click')?.();
    page.find('vscode-button', 'Copy as Markdown')?.listeners.get('click')?.();
    assert.deepEqual(wishes, [{ kind: 'act', action: 'decode' }, { kind: 'copy' }]);
    view.show(viewOf(encoded, { decoding: true }));
    page.find('vscode-button', 'Decoding…')?.listeners.get('click')?.();
    assert.equal(wishes.length, 2);
  });

  it('offers to sign in where credentials have expired', () => {
    const { page, document } = pageDocument();
    createView(document, () => undefined).show(viewOf('An error occurred (ExpiredToken) when calling the ListRoles operation: The security token included in the request is expired'));
    assert.ok(page.find('vscode-button', 'Sign in'));
  });

  it('sends nothing but its own wishes', () => {
    for (const kind of ['ready', 'copy', 'explainOther']) assert.ok(isExplanationPageMessage({ kind }), kind);
    for (const bad of [{ kind: 'act' }, { kind: 'act', action: 'rm' }, { kind: 'copy', more: 1 }, { kind: 'toString' }, null, 'copy']) assert.ok(!isExplanationPageMessage(bad), JSON.stringify(bad));
  });
});
