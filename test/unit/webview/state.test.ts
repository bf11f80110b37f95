import assert from 'node:assert/strict';
import { next, type PageState } from '../../../webview/deployment/state';
import { previewOf, viewsOf } from './example-views';

const empty: PageState = { view: undefined, asked: undefined, copied: false, acknowledged: [] };

describe('the state of the deployment page', () => {
  it('takes each view from the extension, and with it the answer to what was asked', () => {
    for (const view of viewsOf('x')) {
      assert.deepEqual(next({ ...empty, asked: 'deploy', copied: true }, { type: 'view', view }), { view, asked: undefined, copied: false, acknowledged: [] });
    }
  });

  it('remembers what was asked', () => {
    assert.equal(next(empty, { type: 'asked', wish: 'discard' }).asked, 'discard');
  });

  it('says copied only where there are outputs', () => {
    for (const view of viewsOf('x')) {
      assert.equal(next({ ...empty, view }, { type: 'copied' }).copied, view.phase === 'done');
    }
  });

  it('keeps what was acknowledged as long as the same change set is shown', () => {
    const preview = (id: string): PageState['view'] => ({ phase: 'preview', connector: 'c', preview: previewOf(id) });
    let state: PageState = { ...empty, view: preview('one') };
    for (const [id, ticked] of [['a', true], ['b', true], ['a', false]] as const) state = next(state, { type: 'acknowledged', id, ticked });
    assert.deepEqual(state.acknowledged, ['b']);
    const again = preview('one');
    const other = preview('two');
    assert.ok(again && other);
    assert.deepEqual(next(state, { type: 'view', view: again }).acknowledged, ['b']);
    assert.deepEqual(next(state, { type: 'view', view: other }).acknowledged, []);
  });
});
