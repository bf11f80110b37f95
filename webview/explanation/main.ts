import type { ExplanationPageMessage } from '../../src/protocol/explanation';
import { isExplanationHostMessage } from '../../src/protocol/explanation-page-shapes';
import { registerToolkit } from '../toolkit';
import { createView } from './view';

registerToolkit();

const vscode = acquireVsCodeApi();
const send = (message: ExplanationPageMessage) => vscode.postMessage(message);
const view = createView(document, send);

// What is not a message of ours is dropped.
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isExplanationHostMessage(data)) view.show(data.view);
});
send({ kind: 'ready' });
