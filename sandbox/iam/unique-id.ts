import { randomBytes } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An id as IAM makes them: a prefix that tells the kind (AROA, ANPA, ASIA, ...) and random capitals and digits. */
export const uniqueId = (prefix: string, length = 17): string =>
  prefix + [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
