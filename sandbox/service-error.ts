/** A refusal that an AWS service sends to its caller: code, sentence and HTTP status as in the API models. */
export class ServiceError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    /** What the answer has beside its body. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export const validationError = (message: string): ServiceError => new ServiceError('ValidationError', message);
