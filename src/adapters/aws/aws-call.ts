import { err, ok, type Result } from '../../core/model/result';
import type { ToProblem } from './aws-problem';
import type { AwsClients } from './clients';

interface Call<T> {
  /** Completes "AWS refused to …". */
  readonly doing: string;
  readonly signal: AbortSignal | undefined;
  readonly send: (clients: AwsClients, options: { readonly abortSignal?: AbortSignal }) => Promise<T>;
  /** For errors that are answers: gives the value they mean, or undefined for a real error. */
  readonly unless?: (error: unknown) => { readonly value: T } | undefined;
}

/** The one place where what a client throws becomes a Result. */
export type AwsCall = <T>(call: Call<T>) => Promise<Result<T>>;

export const awsCall =
  (clients: () => Promise<AwsClients>, toProblem: ToProblem): AwsCall =>
  async ({ doing, signal, send, unless }) => {
    try {
      return ok(await send(await clients(), signal ? { abortSignal: signal } : {}));
    } catch (error) {
      const meant = unless?.(error);
      return meant ? ok(meant.value) : err(toProblem(error, doing));
    }
  };
