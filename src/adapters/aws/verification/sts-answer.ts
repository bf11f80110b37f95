import { GetCallerIdentityCommand, GetSessionTokenCommand, RegionDisabledException, type STSClient } from '@aws-sdk/client-sts';
import type { StsAnswer } from '../../../core/verify/facts';

/**
 * Whether STS of a region issues sessions to the account. To ask who one is works where issuing is switched off, so a
 * session is asked for, and thrown away. Only keys of a user may ask for one: with a session we learn no more than that
 * the region knows it.
 */
export async function readStsAnswer(client: STSClient, options: { readonly abortSignal?: AbortSignal }): Promise<StsAnswer> {
  const { sessionToken } = await client.config.credentials();
  try {
    if (sessionToken !== undefined) {
      await client.send(new GetCallerIdentityCommand({}), options);
      return 'answers';
    }
    await client.send(new GetSessionTokenCommand({ DurationSeconds: shortest }), options);
    return 'issues';
  } catch (error) {
    if (error instanceof RegionDisabledException) return 'disabled';
    if (error instanceof Error && unknownKey.has(error.name)) return 'notEnabled';
    throw error;
  }
}

/** Seconds; the API takes none below. */
const shortest = 900;

/** How a region that the account has not enabled answers a key that other regions know. */
const unknownKey: ReadonlySet<string> = new Set(['InvalidClientTokenId', 'UnrecognizedClientException']);
