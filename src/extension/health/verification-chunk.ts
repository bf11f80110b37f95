import { createVerificationPorts } from '../../adapters/aws/verification';
import { readRequest } from '../../app/verification/read-request';
import { verifyConnector } from '../../app/verification/verify-connector';
import { verificationStatement } from '../../core/health/verification-statement';
import type { HealthStatement } from '../../core/model/health';
import { ok, type Result } from '../../core/model/result';
import type { LookControl } from './health-session';

/** With whose credentials AWS is looked at. */
export interface VerifyingProfile {
  readonly profile: string;
  /** Null for the connector file's region. */
  readonly region: string | null;
  readonly askMfa: (serial: string) => Promise<string | undefined>;
  /** Whether commands of the user's AWS configuration may run. */
  readonly trusted: boolean;
}

/** Everything of a verification that needs AWS or the core: a file of its own, loaded when somebody first verifies. */
export async function verify(file: { readonly path: string; readonly text: string }, credentials: VerifyingProfile, { signal, onProgress }: LookControl): Promise<Result<HealthStatement>> {
  const request = readRequest(file.path, file.text);
  if (!request.ok) return request;
  const { profile, region, askMfa, trusted } = credentials;
  const ports = createVerificationPorts({ profile, region: region ?? request.value.connector.deployment.region, askMfa, trusted });
  const report = await verifyConnector(ports, request.value, { signal, report: ({ what, done, total }) => onProgress(`Looked at ${what}`, done, total) });
  return report.ok ? ok(verificationStatement(report.value)) : report;
}
