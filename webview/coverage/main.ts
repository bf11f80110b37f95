import type { CoveragePageMessage } from '../../src/protocol/coverage';
import { isCoverageHostMessage } from '../../src/protocol/coverage-shapes';
import { registerFormToolkit, registerToolkit } from '../toolkit';
import { createView } from './view';

registerToolkit();
registerFormToolkit();

const vscode = acquireVsCodeApi<object>();
const send = (message: CoveragePageMessage) => void vscode.postMessage(message);
const view = createView(document, send);

// What is not a message of ours is dropped.
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isCoverageHostMessage(data)) return;
  vscode.setState({});
  view.show(data.view);
});

send({ kind: 'ready' });
