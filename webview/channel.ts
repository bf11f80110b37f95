export interface Channel<Outgoing, State> {
  send(message: Outgoing): void;
  /** Hands VS Code what it needs to restore this page. */
  keep(state: State): void;
}

/** The only holder of VS Code's interface. What is not a message of ours is dropped. */
export function openChannel<Incoming, Outgoing, State>(isOurs: (data: unknown) => data is Incoming, onMessage: (message: Incoming) => void): Channel<Outgoing, State> {
  const vscode = acquireVsCodeApi<State>();
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isOurs(data)) onMessage(data);
  });
  return {
    send: (message) => vscode.postMessage(message),
    keep: (state) => void vscode.setState(state),
  };
}
