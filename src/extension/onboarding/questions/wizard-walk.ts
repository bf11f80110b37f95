import { next, startWizard, type WizardDraft, type WizardEvent, type WizardState } from '../../../core/onboarding/wizard-state';
import type { OnboardingPreview } from '../../../protocol/onboarding';

/** The wizard without a page: the same reducer, and the checks that its answers wait for. */
export interface WizardWalk {
  readonly state: () => WizardState;
  /** The last that came. */
  readonly preview: () => OnboardingPreview | undefined;
  apply(event: WizardEvent): void;
  /** Ends when the present answers are checked. */
  check(): Promise<OnboardingPreview>;
}

export interface WalkHost {
  readonly preview: (draft: WizardDraft) => Promise<OnboardingPreview>;
  readonly keep: (draft: WizardDraft) => void;
}

export function wizardWalk(draft: WizardDraft, { preview, keep }: WalkHost): WizardWalk {
  let state = startWizard(draft);
  let last: OnboardingPreview | undefined;
  let running: Promise<OnboardingPreview> | undefined;

  const apply = (event: WizardEvent) => {
    const before = state;
    state = next(state, event);
    if (state !== before && event.type !== 'checked') keep(draftOf(state));
  };
  const run = async (): Promise<OnboardingPreview> => {
    for (;;) {
      const { revision } = state;
      last = await preview(draftOf(state));
      apply({ type: 'checked', revision, problems: last.problems });
      if (state.revision === revision) return last;
    }
  };
  const check = () => (running ??= run().finally(() => (running = undefined)));

  return { state: () => state, preview: () => last, apply, check };
}

const draftOf = ({ before, answers, step, touched, tried }: WizardState): WizardDraft => ({ before, answers, step, touched, tried });

/** What is wrong with these fields, as one sentence after the other; undefined when nothing is. */
export const wrongWith = (state: WizardState, fields: readonly { readonly id: string }[]): string | undefined => {
  const errors = state.problems.filter(({ field, severity }) => severity === 'error' && fields.some(({ id }) => id === field));
  return errors.length === 0 ? undefined : errors.map(({ message }) => message).join(' ');
};
