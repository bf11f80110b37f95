import { matchesPattern } from './matches-pattern';

/** Action patterns of a policy, to be asked for many actions. Case does not count. */
export interface ActionSet {
  /** Whether a pattern covers an action; the action may itself have wildcards. */
  has(action: string): boolean;
}

export function actionSet(patterns: readonly string[]): ActionSet {
  const exact = new Set(patterns.map((pattern) => pattern.toLowerCase()));
  // Not asked for before something is missing: most sets never are.
  let wild: readonly string[] | undefined;
  return {
    has(action) {
      const name = action.toLowerCase();
      if (exact.has(name)) return true;
      wild ??= [...exact].filter((pattern) => /[*?]/.test(pattern));
      return wild.some((pattern) => matchesPattern(name, pattern));
    },
  };
}
