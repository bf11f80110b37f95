import type { JsonObject } from '../json';
import type { World } from '../world';
import type { AzureTenant } from './azure-world';
import type { ArmResult } from './arm-answer';

/** One call of Azure Resource Manager, with its caller known. */
export interface ArmCall {
  readonly world: World;
  readonly tenant: AzureTenant;
  /** Path parameters, as the request spells them. */
  readonly names: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly apiVersion: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The address as it was asked for, to make the next page's from. */
  readonly url: URL;
  /** An empty object when there was no body. */
  readonly body: JsonObject;
}

/** Answers, or refuses by throwing an ArmError. */
export type ArmOperation = (call: ArmCall) => ArmResult;

export interface ArmRoute {
  readonly method: string;
  /** With `{name}` for parameters; `{scope}` takes several segments. */
  readonly path: string;
  /** The operationId of the official specification, for faults and the log. */
  readonly operation: string;
  readonly run: ArmOperation;
}
