import assert from 'node:assert/strict';
import type { DeploymentPageMessage } from '../../../src/protocol/deployment';
import { createView } from '../../../webview/deployment/view';
import { checkOf, previewOf, runningOf, viewsOf } from './example-views';
import { pageDocument } from './page-document';

const idle = { asked: undefined, copied: false, acknowledged: [] };

const corpus = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "'><svg/onload=alert(1)>",
  'javascript:alert(1)',
  '\u202Etxet desrever\u202C',
  '{{constructor.constructor("alert(1)")()}}',
  '&lt;b&gt;',
  '\u0000\u0007',
  '<!--',
  'x'.repeat(1_000_000),
];

describe('the deployment page', () => {
  for (const text of corpus) {
    it(`draws ${JSON.stringify(text.slice(0, 30))} as text, wherever it stands`, () => {
      for (const view of viewsOf(text)) {
        const { page, status, document } = pageDocument();
        createView(document, () => undefined).show({ view, ...idle });
        assert.ok(status.textContent.length < 5_000, view.phase);
        assert.ok(page.textContent.includes(text.slice(0, 1_000)), view.phase);
        assert.ok(page.textContent.length < 200_000, view.phase);
        for (const element of page.all()) {
          assert.match(element.tag, /^(main|section|div|dl|dt|dd|h[1-4]|p|ul|ol|li|button|table|caption|thead|tbody|tr|th|td|span|strong|bdi|pre|details|summary|label|input|progress|vscode-button)$/);
          for (const [name, value] of element.attributes) {
            assert.match(name, /^(id|class|type|checked|role|scope|tabindex|appearance|disabled|max|value|hidden|open|aria-[a-z]+)$/);
            assert.ok(!value.includes(text), `${name} carries data`);
          }
        }
      }
    });
  }

  it('asks to deploy and to discard the change set that it shows', () => {
    const { page, document } = pageDocument();
    const wishes: DeploymentPageMessage[] = [];
    createView(document, (wish) => wishes.push(wish)).show({ view: { phase: 'preview', connector: 'c', preview: previewOf('set-1') }, ...idle });
    const deploy = page.find('vscode-button', 'Deploy…');
    deploy?.listeners.get('click')?.();
    assert.deepEqual(wishes, [], 'what gives more power is not acknowledged yet');
    [...page.all()].find(({ tag }) => tag === 'input')?.listeners.get('change')?.();
    deploy?.listeners.get('click')?.();
    page.find('vscode-button', 'Discard…')?.listeners.get('click')?.();
    assert.deepEqual(wishes, [{ kind: 'deploy', changeSetId: 'set-1', acknowledged: ['set-1'] }, { kind: 'discard', changeSetId: 'set-1' }]);
  });

  it('asks once: the buttons wait for the answer', () => {
    const { page, document } = pageDocument();
    const wishes: DeploymentPageMessage[] = [];
    createView(document, (wish) => wishes.push(wish)).show({
      view: { phase: 'preview', connector: 'c', preview: previewOf('set-1') },
      ...idle,
      asked: 'deploy',
    });
    page.find('vscode-button', 'Deploy…')?.listeners.get('click')?.();
    assert.deepEqual(wishes, []);
  });

  it('offers no deployment where nothing changes, and none with the wrong account', () => {
    for (const view of [
      { phase: 'preview', connector: 'c', preview: { ...previewOf('x'), action: 'none', changes: [] } },
      { phase: 'refused', connector: 'c', profile: 'p', problem: { code: 'wrongAccount', message: 'No.' }, checks: [] },
    ] as const) {
      const { page, document } = pageDocument();
      createView(document, () => undefined).show({ view, ...idle });
      assert.equal(page.find('vscode-button', 'Deploy…'), undefined, view.phase);
    }
  });

  it('adds new events on top and leaves the rows that stand', () => {
    const { page, document } = pageDocument();
    const view = createView(document, () => undefined);
    const first = runningOf('one');
    view.show({ view: first, ...idle });
    const standing = page.find('bdi', 'one');
    const [event] = first.events;
    assert.ok(event);
    view.show({ view: { ...first, done: 2, events: [event, { ...event, id: 'two', logicalId: 'two' }] }, ...idle });
    assert.ok([...page.all()].includes(standing ?? page));
    const rows = [...page.all()].filter(({ tag }) => tag === 'tr').map((row) => row.textContent);
    assert.equal(rows.length, 3);
    assert.match(rows[1] ?? '', /two/);
    assert.match(page.textContent, /2 of 3 resources, one, 1 min 5 s/);
  });

  it('shows what was looked at, and asks for what is chosen about a conflict', () => {
    const { page, document } = pageDocument();
    const wishes: DeploymentPageMessage[] = [];
    const problem = { code: 'conflict', message: 'No.' } as const;
    createView(document, (wish) => wishes.push(wish)).show({
      view: { phase: 'refused', connector: 'c', profile: 'p', problem, checks: [checkOf('Role', 'failed'), checkOf('b', 'passed')] },
      ...idle,
    });
    assert.match(page.textContent, /Checked before any change: 1 failed, 1 passed/);
    page.find('vscode-button', 'Another name…')?.listeners.get('click')?.();
    assert.equal(page.find('vscode-button', 'Stop'), undefined);
    assert.deepEqual(wishes, [{ kind: 'resolve', logicalId: 'Role', choice: 'rename' }]);
  });

  it('tells a screen reader what happened', () => {
    const { status, document } = pageDocument();
    createView(document, () => undefined).show({ view: runningOf('x'), ...idle });
    assert.equal(status.textContent, '1 of 3 resources done.');
  });
});
