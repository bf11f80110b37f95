import type { HealthStatement } from '../model/health';
import type { VerificationReport } from '../model/verification';

/** What our verification says. */
export const verificationStatement = ({ state, reason, at, issues, gaps }: VerificationReport): HealthStatement => ({
  ...{ source: 'verification', state, reason, at, issues, gaps },
});
