import type { HealthGap, HealthStatement } from '../model/health';
import type { HandCheck, VerificationReport } from '../model/verification';

/** What our verification says. */
export const verificationStatement = ({ state, reason, at, issues, gaps, byHand }: VerificationReport): HealthStatement => ({
  ...{ source: 'verification', state, reason, at, issues, gaps: [...gaps, ...byHand.map(toGap)] },
});

const toGap = ({ name, why, steps, script }: HandCheck): HealthGap => ({
  what: name,
  why: `Not checked, because: ${why} By hand: ${steps.join(' ')}${script === null ? '' : ` ${script}`}`,
  permission: null,
});
