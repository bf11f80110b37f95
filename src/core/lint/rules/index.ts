import type { Rule } from '../rule';
import { accountId } from './connector/account-id';
import { scanInterval } from './connector/scan-interval';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [accountId, scanInterval];
