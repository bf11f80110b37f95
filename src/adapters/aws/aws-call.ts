import { err, ok, type Result } from '../../core/model/result';
import type { ToProblem } from './aws-problem';
import type { AwsClients } from './clients';

interface Call<T, C> {
  /** Completes "AWS refused to …". */
  readonly doing: string;
  readonly signal: AbortSignal | undefined;
  readonly send: (clients: C, options: { readonly abortSignal?: AbortSignal }) => Promise<T>;
  /** For errors that are answers: gives the value they mean, or undefined for a real error. */
  readonly unless?: (error: unknown) => { readonly value: T } | undefined;
}

/** The one place where what a client throws becomes a Result. */
export type AwsCall<C = AwsClients> = <T>(call: Call<T, C>) => Promise<Result<T>>;

export const awsCall =
  <C>(clients: () => Promise<C>, toProblem: ToProblem): AwsCall<C> =>
  async ({ doing, signal, send, unless }) => {
    try {
      return ok(await send(await clients(), signal ? { abortSignal: signal } : {}));
    } catch (error) {
      const meant = unless?.(error);
      return meant ? ok(meant.value) : err(toProblem(error, doing));
    }
  };
