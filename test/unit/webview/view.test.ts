import assert from 'node:assert/strict';
import { operationKinds, type OperationKind } from '../../../src/core/operation/stack-operation';
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

  it('offers to add audiences where that is all there is to do', () => {
    const { page, document } = pageDocument();
    const wishes: DeploymentPageMessage[] = [];
    const preview = { ...previewOf('x'), action: 'none' as const, changes: [], changeSetId: null, escalations: [], audiencesToAdd: [{ providerArn: 'arn:p', url: 'issuer.example/', audiences: ['api://a'] }] };
    createView(document, (wish) => wishes.push(wish)).show({ view: { phase: 'preview', connector: 'c', preview }, ...idle });
    assert.match(page.textContent, /issuer\.example\/ gets api:\/\/a/);
    assert.equal(page.find('vscode-button', 'Discard…'), undefined);
    page.find('vscode-button', 'Add audiences…')?.listeners.get('click')?.();
    assert.deepEqual(wishes, [{ kind: 'deploy', changeSetId: null, acknowledged: [] }]);
  });

  it('offers first what a stack needs that takes no deployment as it is', () => {
    const offered = (stackStatus: string) => {
      const { page, document } = pageDocument();
      const wishes: DeploymentPageMessage[] = [];
      const done = viewsOf('x').find((view) => view.phase === 'done');
      assert.ok(done?.phase === 'done');
      const view = { ...done, outcome: { ...done.outcome, result: 'failed' as const, failure: null, stackStatus } };
      createView(document, (wish) => wishes.push(wish)).show({ view, ...idle });
      [...page.all()].find(({ tag, attributes }) => tag === 'vscode-button' && [...attributes].some(([, value]) => value === 'primary'))?.listeners.get('click')?.();
      return wishes;
    };
    assert.deepEqual(offered('ROLLBACK_COMPLETE'), [{ kind: 'act', action: 'deleteStack' }]);
    assert.deepEqual(offered('UPDATE_ROLLBACK_FAILED'), [{ kind: 'act', action: 'continueRollback' }]);
    assert.deepEqual(offered('UPDATE_ROLLBACK_COMPLETE'), []);
  });

  it('shows what is in the way above what is well', () => {
    const { page, document } = pageDocument();
    const checks = [checkOf('well', 'passed'), checkOf('in the way', 'failed')];
    createView(document, () => undefined).show({ view: { phase: 'refused', connector: 'c', profile: 'p', problem: { code: 'conflict', message: 'No.' }, checks }, ...idle });
    assert.ok(page.textContent.indexOf('in the way') < page.textContent.indexOf('well'));
  });

  it('says what was done: a deletion deploys nothing', () => {
    const heading = (kind: OperationKind) => {
      const { page, document } = pageDocument();
      const done = viewsOf('x').find((view) => view.phase === 'done');
      assert.ok(done?.phase === 'done');
      const view = { ...done, operation: { ...done.operation, kind }, outcome: { ...done.outcome, result: 'succeeded' as const, failure: null } };
      createView(document, () => undefined).show({ view, ...idle });
      return [...page.all()].find(({ tag }) => tag === 'h2')?.textContent;
    };
    assert.deepEqual(operationKinds.map(heading), ['✓ Deployed', '✓ Deployed', '✓ Imported', '✓ Deleted', '✓ Rolled back', '✓ Rolled back to the end']);
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
