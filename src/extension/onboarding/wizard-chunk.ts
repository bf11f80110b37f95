// Loaded once the page is painted, and for the list of questions: what a wizard asks, and all that its answers and buttons do.
export { onboardingForm } from '../../core/onboarding/form';
export { runOnboarding } from './onboarding-session';
export { sessionHost } from './session-host';
