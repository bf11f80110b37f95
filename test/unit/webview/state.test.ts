import assert from 'node:assert/strict';
import { next, type PageState } from '../../../webview/deployment/state';
import { viewsOf } from './example-views';

const empty: PageState = { view: undefined, asked: undefined, copied: false };

describe('the state of the deployment page', () => {
  it('takes each view from the extension, and with it the answer to what was asked', () => {
    for (const view of viewsOf('x')) {
      assert.deepEqual(next({ ...empty, asked: 'deploy', copied: true }, { type: 'view', view }), { view, asked: undefined, copied: false });
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
});
