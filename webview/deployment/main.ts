import type { DeploymentHostMessage, DeploymentPageMessage, DeploymentPageState } from '../../src/protocol/deployment';
import { isHostMessage } from '../../src/protocol/deployment-shapes';
import { openChannel } from '../channel';
import { registerToolkit } from '../toolkit';
import { next, type PageEvent, type PageState } from './state';
import { createView } from './view';

registerToolkit();

let state: PageState = { view: undefined, asked: undefined, copied: false, acknowledged: [] };

const view = createView(document, (wish) => {
  channel.send(wish);
  if (wish.kind === 'copyOutputs') apply({ type: 'copied' });
  else if (waits.has(wish.kind)) apply({ type: 'asked', wish: wish.kind });
}, (id, ticked) => apply({ type: 'acknowledged', id, ticked }));

/** Wishes that the extension answers with a view. The others open something else. */
const waits: ReadonlySet<string> = new Set(['deploy', 'discard', 'cancel', 'previewAgain', 'chooseProfile', 'resolve']);

const channel = openChannel<DeploymentHostMessage, DeploymentPageMessage, DeploymentPageState>(isHostMessage, (message) => {
  channel.keep({ connectorUri: message.connectorUri });
  apply({ type: 'view', view: message.view });
});

channel.send({ kind: 'ready' });

function apply(event: PageEvent): void {
  state = next(state, event);
  view.show(state);
}
