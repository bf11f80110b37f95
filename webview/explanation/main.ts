import type { ExplanationHostMessage, ExplanationPageMessage } from '../../src/protocol/explanation';
import { isExplanationHostMessage } from '../../src/protocol/explanation-page-shapes';
import { openChannel } from '../channel';
import { registerToolkit } from '../toolkit';
import { createView } from './view';

registerToolkit();

const view = createView(document, (wish) => channel.send(wish));

/** VS Code does not restore this page. */
const channel = openChannel<ExplanationHostMessage, ExplanationPageMessage, never>(isExplanationHostMessage, (message) => view.show(message.view));

channel.send({ kind: 'ready' });
