import type { OnboardingHostMessage, OnboardingPageMessage, OnboardingPageState } from '../../src/protocol/onboarding';
import { isOnboardingHostMessage } from '../../src/protocol/onboarding-shapes';

export interface Channel {
  send(message: OnboardingPageMessage): void;
  /** Hands VS Code what it needs to restore this page. */
  keep(state: OnboardingPageState): void;
}

/** The only holder of VS Code's interface. What is not a message of ours is dropped. */
export function openChannel(onMessage: (message: OnboardingHostMessage) => void): Channel {
  const vscode = acquireVsCodeApi<OnboardingPageState>();
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isOnboardingHostMessage(data)) onMessage(data);
  });
  return {
    send: (message) => vscode.postMessage(message),
    keep: (state) => void vscode.setState(state),
  };
}
