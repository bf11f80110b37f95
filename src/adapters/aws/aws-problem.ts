import type { Problem } from '../../core/model/problem';
import { problemTable, unknownFailure, type Failure } from './problem-table';
import { Refusal } from './refusal';

/** Turns what a client throws into a Problem. `doing` completes "AWS refused to …". */
export type ToProblem = (error: unknown, doing: string) => Problem;

/** Every AWS error in one sentence and what to do about it; nothing of it is a secret. */
export const problemsOf =
  (profile: string, region: string): ToProblem =>
  (thrown, doing) => {
    if (thrown instanceof Refusal) return thrown.problem;
    const failure = readFailure(thrown);
    const row = problemTable.find(({ when }) => when(failure)) ?? unknownFailure;
    const { code, message, action } = row.say({ ...failure, doing, profile, region });
    const detail = withoutSecrets([failure.name, failure.text].filter(Boolean).join(': '));
    return { code, message: withoutSecrets(message), action, ...(row.silent ? {} : { detail }) };
  };

function readFailure(thrown: unknown): Failure {
  const error: { name?: unknown; message?: unknown; code?: unknown; cause?: unknown; $metadata?: { httpStatusCode?: number } } =
    thrown instanceof Error ? thrown : { message: String(thrown) };
  const cause = error.cause instanceof Error ? (error.cause as { code?: unknown }) : {};
  return {
    name: String(error.name ?? ''),
    text: String(error.message ?? ''),
    network: String(error.code ?? cause.code ?? networkCode(error) ?? ''),
    status: error.$metadata?.httpStatusCode ?? 0,
  };
}

/** A provider of credentials that could not reach its service wraps what happened, and keeps of it the text alone. */
const networkCode = ({ name, message }: { readonly name?: unknown; readonly message?: unknown }) =>
  name === 'CredentialsProviderError'
    ? /\b(ENOTFOUND|EAI_AGAIN|ECONN(?:REFUSED|RESET|ABORTED)|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b/.exec(String(message))?.[1]
    : undefined;

/** Keys and session tokens never belong into a message or a log. */
const withoutSecrets = (text: string) =>
  text
    .replace(/\b(AKIA|ASIA)[A-Z0-9]{12,}\b/g, '<access key>')
    .replace(/[A-Za-z0-9+/=]{80,}/g, '<hidden>')
    .slice(0, 2_000);
