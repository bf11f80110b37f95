import type { DeploymentHostMessage, DeploymentPageMessage, DeploymentPageState } from '../../src/protocol/deployment';
import { isHostMessage } from '../../src/protocol/deployment-shapes';

export interface Channel {
  send(message: DeploymentPageMessage): void;
  /** Hands VS Code what it needs to restore this page. */
  keep(state: DeploymentPageState): void;
}

/** The only holder of VS Code's interface. What is not a message of ours is dropped. */
export function openChannel(onMessage: (message: DeploymentHostMessage) => void): Channel {
  const vscode = acquireVsCodeApi<DeploymentPageState>();
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isHostMessage(data)) onMessage(data);
  });
  return {
    send: (message) => vscode.postMessage(message),
    keep: (state) => void vscode.setState(state),
  };
}
