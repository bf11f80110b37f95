import type { Ready, SessionHost } from './session-host';

/** Discards previews that nobody waits for, one after the other. */
export interface Tidier {
  /** Without a word and without a question: what it cannot delete does no harm, and the log says that it is there. */
  tidy(ready: Ready): void;
  done(): Promise<void>;
}

export function tidier({ backend, isTrusted, onLeftBehind, onBug }: Pick<SessionHost, 'backend' | 'isTrusted' | 'onLeftBehind' | 'onBug'>): Tidier {
  let tidying: Promise<void> = Promise.resolve();
  const discard = async ({ preview, credentials }: Ready) => {
    if (preview.changeSetId === null || !isTrusted()) return;
    const gone = await (await backend()).discard(preview, { ...credentials, askMfa: async () => undefined });
    if (!gone.ok) onLeftBehind(gone.error);
  };
  return {
    tidy: (ready) => (tidying = tidying.then(() => discard(ready)).catch(onBug)),
    done: () => tidying,
  };
}
