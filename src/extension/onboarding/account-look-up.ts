import type { AccountLook } from '../../core/onboarding/account-look';
import { answerAt } from '../../core/onboarding/answers';
import type { Problem } from '../../core/model/problem';
import type { Result } from '../../core/model/result';
import type { LookUp } from './look-ups';

export interface AccountLookUpHost {
  readonly lookAtAccount: (tenant: string | null) => Promise<Result<AccountLook> | undefined>;
  readonly showProblem: (problem: Problem) => Promise<void>;
}

/** The account of an AWS profile, and what Defender for Cloud finds in it. */
export const accountLookUp = ({ lookAtAccount, showProblem }: AccountLookUpHost): LookUp => ({
  label: 'Use the account of an AWS profile…',
  find: async (answers) => {
    const tenant = answerAt(answers, 'azure.tenant');
    const look = await lookAtAccount(typeof tenant === 'string' && tenant !== '' ? tenant : null);
    if (look?.ok) return { answers: [], account: look.value };
    if (look) await showProblem(look.error);
    return undefined;
  },
});
