/** What the sandbox remembers of a request: never a secret, a signature or a body. */
export interface RequestLogEntry {
  readonly time: string;
  /** Service and operation, such as `cloudformation.CreateStack`. */
  readonly operation: string;
  readonly accessKeyId: string | undefined;
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** HTTP status of the answer; absent where the connection was cut or the request still hangs. */
  status?: number;
  errorCode?: string;
  fault?: string;
}
