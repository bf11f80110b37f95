import { matchesPattern } from './matches-pattern';

/** Action patterns of a policy, to be asked for many actions. Case does not count. */
export interface ActionSet {
  /** Whether a pattern covers an action; the action may itself have wildcards. */
  has(action: string): boolean;
}

export function actionSet(patterns: readonly string[]): ActionSet {
  const folded = patterns.map((pattern) => pattern.toLowerCase());
  const exact = new Set(folded);
  const wild = [...exact].filter((pattern) => /[*?]/.test(pattern));
  return {
    has(action) {
      const name = action.toLowerCase();
      return exact.has(name) || wild.some((pattern) => matchesPattern(name, pattern));
    },
  };
}
