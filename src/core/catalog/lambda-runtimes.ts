import json from '../../../schemas/lambda-runtimes.json';

/** A runtime of AWS Lambda that is deprecated. Days are ISO dates. */
export interface DeprecatedRuntime {
  readonly deprecated: string;
  /** Since when no function can be created with it. */
  readonly blocked?: string;
  readonly successor: string;
  readonly source: string;
}

const runtimes: Readonly<Record<string, DeprecatedRuntime>> = json.runtimes;

/** Undefined for a runtime that is current or not known. */
export const deprecatedRuntime = (name: string): DeprecatedRuntime | undefined => (Object.hasOwn(runtimes, name) ? runtimes[name] : undefined);

/** Runtimes that scripts in documents of Systems Manager should no longer name. */
export const oldScriptRuntimes: readonly string[] = json.ssm.old;
