import type { CancellationToken, Connection } from 'vscode-languageserver/node';

/** A fault in one request must not end the service of all others: it is logged with its stack, and the client gets `otherwise`. */
export const guarded =
  <P, R>(
    { console: log }: Connection,
    name: string,
    otherwise: NoInfer<R>,
    handle: (params: P, token: CancellationToken) => R | Promise<R>,
  ) =>
  async (params: P, token: CancellationToken): Promise<R> => {
    try {
      return await handle(params, token);
    } catch (fault) {
      log.error(`${name}: ${stackOf(fault)}`);
      return otherwise;
    }
  };

export const stackOf = (fault: unknown): string =>
  fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
