import type { UnknownFeature } from '../core/generate/unknown-feature';

/** What a generated template leaves out, why, and what to do. */
export const gapSentence = ({ label, partial, reason, action }: UnknownFeature): string =>
  `${partial ? 'Only partly in the template' : 'Not in the template'}: ${label}. ${reason} ${action}`;
