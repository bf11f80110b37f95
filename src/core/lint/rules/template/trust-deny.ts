import { defenderToken } from '../../../simulate/defender-token';
import { statementAnswer } from '../../../simulate/statement-answer';
import { roleRule } from '../../role-rule';

/** A denial wins over every permission. */
export const trustDeny = roleRule({
  id: 'template/trust-deny',
  severity: 'error',
  summary: "No statement of a trust policy denies Defender's own token.",
  why: `In a policy a denial wins over everything that is allowed. A \`Deny\` that keeps others out is welcome; one that
also fits the token of Defender for Cloud makes the role useless.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  checked: '2026-11-22',
  reads: ['tenant'],

  *check({ known, denies, label }, { tenant }) {
    const token = known && defenderToken(known, tenant);
    if (!token) return;
    for (const statement of denies.filter((one) => statementAnswer(one, token).answer.holds)) {
      yield {
        span: statement.map.span,
        message: `Role ${label} denies the token that Defender for Cloud presents. Take it out of this statement, or remove the statement.`,
      };
    }
  },
});
