import type { Problem } from '../../core/model/problem';
import { err, type Result } from '../../core/model/result';
import type { PreflightCheck } from '../../core/plan/preflight-check';

/** What is known of a check before it has a conflict. */
type Seen = Pick<PreflightCheck, 'id' | 'title' | 'evidence'> & Partial<Pick<PreflightCheck, 'fix' | 'conflict'>>;

/** Gathers checks in the order in which they become known, and tells who watches. */
export interface CheckList {
  readonly checks: readonly PreflightCheck[];
  passed(seen: Seen): void;
  warn(seen: Seen): void;
  /** We may not look, or looking did not work: nothing is claimed. */
  unknown(seen: Omit<Seen, 'evidence'>, problem: Problem): void;
  /** Gives the refusal back, so that it can be returned. */
  failed(seen: Omit<Seen, 'evidence'>, problem: Problem): Result<never>;
}

export function checkList(report: (check: PreflightCheck) => void = () => undefined): CheckList {
  const checks: PreflightCheck[] = [];
  const add = (result: PreflightCheck['result'], seen: Seen) => {
    const check: PreflightCheck = { fix: null, conflict: null, ...seen, result };
    checks.push(check);
    report(check);
  };
  return {
    checks,
    passed: (seen) => add('passed', seen),
    warn: (seen) => add('warning', seen),
    unknown: (seen, { message, action }) => add('unknown', { fix: action ?? null, ...seen, evidence: message }),
    failed(seen, problem) {
      add('failed', { fix: problem.action ?? null, ...seen, evidence: problem.message });
      return err(problem);
    },
  };
}
