import assert from 'node:assert/strict';
import { isHostMessage, isPageMessage, isPageState } from '../../../src/protocol/deployment-shapes';
import { limits } from '../../../src/protocol/shape';
import { bounded } from '../../../src/extension/platform/bounded';
import { viewsOf } from './example-views';

describe('messages of the deployment page', () => {
  const message = (view: unknown) => ({ kind: 'view', connectorUri: 'file:///c.connector.yaml', view });

  it('are taken by the page when they are whole', () => {
    for (const view of viewsOf('x')) assert.ok(isHostMessage(message(view)), view.phase);
  });

  it('are dropped by the page when a field is missing, of another type, or too many', () => {
    for (const view of viewsOf('x')) {
      for (const key of Object.keys(view)) {
        assert.ok(!isHostMessage(message({ ...view, [key]: undefined })), `${view.phase} without ${key}`);
        assert.ok(!isHostMessage(message({ ...view, [key]: 7n })), `${view.phase} with another ${key}`);
      }
      assert.ok(!isHostMessage(message({ ...view, more: 1 })), `${view.phase} with more`);
    }
  });

  it('are taken by the extension one by one, and nothing else is', () => {
    for (const kind of ['ready', 'cancel', 'previewAgain', 'chooseProfile', 'signIn', 'openConnector', 'copyOutputs']) assert.ok(isPageMessage({ kind }), kind);
    assert.ok(isPageMessage({ kind: 'deploy', changeSetId: 'arn:x', acknowledged: ['a'] }));
    assert.ok(isPageMessage({ kind: 'explain', eventId: 'e' }) && isPageMessage({ kind: 'openPlace' }) && isPageMessage({ kind: 'act', action: 'preview' }));
    for (const bad of [
      null, 7, 'deploy', [], {}, { kind: 'delete' }, { kind: 'deploy' }, { kind: 'deploy', changeSetId: 1, acknowledged: [] },
      { kind: 'deploy', changeSetId: 'a', acknowledged: [], command: 'rm' }, { kind: 'act', action: 'rm' }, { kind: 'constructor' }, { kind: 'toString' },
      { kind: 'deploy', changeSetId: 'x'.repeat(limits.text + 1), acknowledged: [] },
    ]) {
      assert.ok(!isPageMessage(bad), JSON.stringify(bad)?.slice(0, 60));
    }
  });

  it('keep nothing but the file for the next window', () => {
    assert.ok(isPageState({ connectorUri: 'file:///c' }));
    assert.ok(!isPageState({ connectorUri: 'file:///c', view: {} }));
    assert.ok(!isPageState(undefined));
  });

  it('fit after they were bounded, whatever AWS said', () => {
    for (const view of viewsOf('y'.repeat(1_000_000))) assert.ok(isHostMessage(message(bounded(view))), view.phase);
    const [, , running] = viewsOf('x');
    assert.ok(running?.phase === 'running');
    const [event] = running.events;
    const many = { ...running, events: Array.from({ length: 5_000 }, (_, index) => ({ ...event, id: String(index) })) };
    const cut: unknown = bounded(many);
    assert.ok(isHostMessage(message(cut)));
    assert.ok(typeof cut === 'object' && cut !== null && 'events' in cut && Array.isArray(cut.events) && cut.events.at(-1).id === '4999');
  });
});
