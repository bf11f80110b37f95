import assert from 'node:assert/strict';
import { unsentEvents } from '../../../src/extension/deployment/unsent-events';
import type { DeploymentView } from '../../../src/protocol/deployment';
import { runningOf } from '../webview/example-views';

describe('events for a page', () => {
  const event = (id: string) => ({ ...runningOf(id).events[0]!, id });
  const running = (...ids: readonly string[]) => ({ ...runningOf('x'), events: ids.map(event) });
  const ids = (view: DeploymentView) => (view.phase === 'running' ? view.events.map(({ id }) => id) : []);

  it('go once while an operation runs, and all of them to a new page', () => {
    const unsent = unsentEvents();
    assert.deepEqual(ids(unsent.of(running('1', '2'))), ['1', '2']);
    assert.deepEqual(ids(unsent.of(running('1', '2', '3'))), ['3']);
    unsent.forget();
    assert.deepEqual(ids(unsent.of(running('1', '2', '3'))), ['1', '2', '3']);
  });

  it('go again when another operation runs', () => {
    const unsent = unsentEvents();
    unsent.of(running('1'));
    unsent.of({ phase: 'stale', connector: 'c', reason: 'r' });
    assert.deepEqual(ids(unsent.of(running('1'))), ['1']);
  });
});
