import type { FaultRule } from '../../../sandbox/start-sandbox';
import { defaultAccounts } from '../../../sandbox/sandbox-account';

export const faultKinds = ['throttle', 'expired', 'denied', 'reset', 'hang', 'lostAnswer', 'truncate', 'html', 'clockSkew'] as const satisfies readonly FaultRule['do'][];

export type FaultKind = (typeof faultKinds)[number];

/** The client's own second attempt is what two of them are about; the others reach our own code, which has to stand them. */
export const clientFor = (kind: FaultKind) => ({ attempts: kind === 'lostAnswer' || kind === 'clockSkew' ? 2 : 1, timeout: kind === 'hang' ? 60 : 2_000 });

/** Keys of the accounts, and whatever looks like one. */
export const secret = new RegExp([...defaultAccounts.flatMap(({ accessKeyId, secretAccessKey }) => [accessKeyId, secretAccessKey]), '\\b(AKIA|ASIA)[A-Z0-9]{16}\\b'].join('|'));
