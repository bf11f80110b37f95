import { adviceSummary, type UpdateAdvice } from '../plan/update-advice';

/** Whether an update is needed, and each reason on a line of its own. */
export const adviceText = (advice: UpdateAdvice): string =>
  [
    adviceSummary(advice),
    ...advice.reasons.map(({ kind, message }) => `  ${kind.padEnd(8)} ${message}`),
    ...advice.gaps.map((gap) => `  not known: ${gap}`),
    '',
  ].join('\n');
