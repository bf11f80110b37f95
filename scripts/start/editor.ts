/** A VS Code that runs until it is stopped or the user closes it. */
export interface Editor {
  /** Where to find it, for the person at the keyboard. */
  readonly where: string;
  /** The address to open in a browser, where it is shown in one. */
  readonly url?: string;
  onEnd(listener: () => void): void;
  stop(): Promise<void>;
}
