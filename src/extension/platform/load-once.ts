export interface LoadedOnce<T> {
  load(): Promise<T>;
  /** What is there or on its way; undefined where nobody has asked for it. */
  readonly begun: Promise<T> | undefined;
}

/** Loads when somebody first asks, and keeps what came. A load that failed is begun anew by whoever asks next. */
export function loadOnce<T>(begin: () => Promise<T>): LoadedOnce<T> {
  let begun: Promise<T> | undefined;
  const forget = (failed: Promise<T>) => void (begun === failed && (begun = undefined));
  return {
    load() {
      if (begun) return begun;
      const loading = begin();
      begun = loading;
      loading.catch(() => forget(loading));
      return loading;
    },
    get begun() {
      return begun;
    },
  };
}
