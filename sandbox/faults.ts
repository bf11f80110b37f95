export const faultKinds = [
  'throttle', 'expired', 'invalidToken', 'denied', 'error', 'reset', 'drop', 'hang', 'slow', 'truncate', 'html',
  'clockSkew', 'lostAnswer', 'claims', 'wrongJson',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface FaultRule {
  /** Regular expression over the operation, such as `cloudformation\.DescribeStack.*`. */
  readonly match: string;
  readonly do: FaultKind;
  /** How often the fault strikes in all; for ever without it. */
  readonly times?: number;
  /** How many matching requests pass before the first strike. */
  readonly skip?: number;
  /** Strikes only every nth matching request after the skipped ones. */
  readonly every?: number;
  /** Waits this long before striking; for `slow`, before the true answer. */
  readonly delayMs?: number;
  /** For `error`: what to answer. */
  readonly code?: string;
  readonly message?: string;
  readonly status?: number;
  /** Sent as the Retry-After header, in seconds. */
  readonly retryAfter?: number;
}

export interface FaultBook {
  add(rule: FaultRule): void;
  clear(): void;
  /** The rule that strikes this operation now, if one does; counts the request against every rule it matches. */
  strike(operation: string): FaultRule | undefined;
}

export function createFaultBook(): FaultBook {
  let entries: { readonly rule: FaultRule; seen: number; struck: number }[] = [];
  return {
    add: (rule) => void entries.push({ rule, seen: 0, struck: 0 }),
    clear: () => {
      entries = [];
    },
    strike(operation) {
      let hit: FaultRule | undefined;
      for (const entry of entries) {
        if (!new RegExp(`^(?:${entry.rule.match})$`).test(operation)) continue;
        const turn = entry.seen++ - (entry.rule.skip ?? 0);
        if (hit || turn < 0 || turn % (entry.rule.every ?? 1) !== 0) continue;
        if (entry.struck >= (entry.rule.times ?? Infinity)) continue;
        entry.struck++;
        hit = entry.rule;
      }
      return hit;
    },
  };
}

/** Reads a rule that came over HTTP; a text says what is wrong with it. */
export function parseFaultRule(value: unknown): FaultRule | string {
  if (typeof value !== 'object' || value === null) return 'A fault rule is an object with "match" and "do".';
  const rule = value as Partial<FaultRule>;
  if (typeof rule.match !== 'string') return 'A fault rule needs "match", a regular expression over operation names.';
  if (!faultKinds.some((kind) => kind === rule.do)) return `"do" is one of ${faultKinds.join(', ')}.`;
  try {
    new RegExp(rule.match);
  } catch {
    return `"match" is not a regular expression: ${rule.match}`;
  }
  return rule as FaultRule;
}
