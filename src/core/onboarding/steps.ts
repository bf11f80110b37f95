/** The steps of the portal's Add AWS account, in its words. */
export const steps = [
  { id: 'account', title: 'Account details' },
  { id: 'plans', title: 'Select plans' },
  { id: 'access', title: 'Configure access' },
  { id: 'review', title: 'Review and generate' },
] as const;

export type StepId = (typeof steps)[number]['id'];

export const stepIds: readonly StepId[] = steps.map(({ id }) => id);
