import type { Answer } from '../http/answer';
import { armHeaders } from './arm-answer';

/** A refusal of Azure Resource Manager: code, sentence and status of its public error codes. Defender's own codes are not published. */
export class ArmError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    readonly details: readonly { readonly code: string; readonly message: string }[] = [],
  ) {
    super(message);
  }
}

export function armErrorAnswer({ status, code, message, headers, details }: ArmError): Answer {
  return {
    status,
    headers: { ...armHeaders(), ...headers },
    body: JSON.stringify({ error: { code, message, ...(details.length > 0 ? { details } : {}) } }),
    errorCode: code,
  };
}
