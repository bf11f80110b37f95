/** What the process says at its end; scripts depend on the numbers. */
export const exitCode = {
  clean: 0,
  /** Findings in the file, a difference found by a check, or a deployment that was refused or failed. */
  findings: 1,
  usage: 2,
  /** The world did not let us: no such file, no credentials, no network. */
  impossible: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
