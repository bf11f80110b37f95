import type { WizardEvent } from '../../src/core/onboarding/wizard-state';
import type { OnboardingPageMessage } from '../../src/protocol/onboarding';
import type { Elements } from '../elements';
import type { PageState } from './page-state';

/** What a part of the page needs of the whole. */
export interface Tools {
  readonly h: Elements;
  apply(event: WizardEvent): void;
  wish(message: OnboardingPageMessage): void;
  /** Tells assistive technology what is said of a field beside its label. */
  describe(field: HTMLElement, description: string, invalid: boolean): void;
}

/** A part of the page that is made once and then follows the state, so that nothing that is typed in loses the focus. */
export interface Part {
  readonly element: HTMLElement;
  update(state: PageState): void;
}
