import type { HealthHostMessage, HealthPageMessage, HealthPageState } from '../../src/protocol/health';
import { isHealthHostMessage } from '../../src/protocol/health-shapes';

export interface Channel {
  send(message: HealthPageMessage): void;
  /** Hands VS Code what it needs to restore this page. */
  keep(state: HealthPageState): void;
}

/** The only holder of VS Code's interface. What is not a message of ours is dropped. */
export function openChannel(onMessage: (message: HealthHostMessage) => void): Channel {
  const vscode = acquireVsCodeApi<HealthPageState>();
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isHealthHostMessage(data)) onMessage(data);
  });
  return {
    send: (message) => vscode.postMessage(message),
    keep: (state) => void vscode.setState(state),
  };
}
