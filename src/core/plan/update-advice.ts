/** Whether a stack has to be updated, and why. */
export interface UpdateAdvice {
  readonly state: 'notDeployed' | 'upToDate' | 'updateNeeded';
  readonly reasons: readonly UpdateReason[];
  /** What could not be found out, in plain sentences. */
  readonly gaps: readonly string[];
}

export const updateReasonKinds = ['plan', 'setting', 'catalog', 'runtime', 'drift', 'error'] as const;

/**
 * plan: another set of plans; setting: another name, access or tenant; catalog: newer facts about the roles;
 * runtime: Lambda no longer takes it; drift: somebody changed it in AWS; error: the stack failed.
 */
export type UpdateReasonKind = (typeof updateReasonKinds)[number];

export interface UpdateReason {
  readonly kind: UpdateReasonKind;
  /** Logical id, or null for the stack as a whole. */
  readonly resource: string | null;
  /** One sentence. */
  readonly message: string;
}

/** "Update needed: plan, drift." */
export function adviceSummary({ state, reasons }: UpdateAdvice): string {
  if (state === 'notDeployed') return 'Not deployed yet.';
  if (state === 'upToDate') return 'Up to date.';
  return `Update needed because of ${[...new Set(reasons.map(({ kind }) => kindWords[kind]))].join(', ')}.`;
}

const kindWords: Readonly<Record<UpdateReasonKind, string>> = {
  plan: 'the plans', setting: 'a setting', catalog: 'newer roles', runtime: 'a runtime', drift: 'drift', error: 'an error',
};
