import type { CoverageHostMessage, CoveragePageMessage } from '../../src/protocol/coverage';
import { isCoverageHostMessage } from '../../src/protocol/coverage-shapes';
import { openChannel } from '../channel';
import { registerFormToolkit, registerToolkit } from '../toolkit';
import { createView } from './view';

registerToolkit();
registerFormToolkit();

const view = createView(document, (wish) => channel.send(wish));

const channel = openChannel<CoverageHostMessage, CoveragePageMessage, object>(isCoverageHostMessage, (message) => {
  channel.keep({});
  view.show(message.view);
});

channel.send({ kind: 'ready' });
