import type { Plans } from '../../model/connector';
import type { ArmApiVersion } from './api-versions';

/** Features that a file can turn on and a body of this api-version cannot, each with the reason. */
export function unsaidFeatures({ defenderCspm }: Plans, apiVersion: ArmApiVersion): readonly string[] {
  const knowsThem = apiVersion >= '2026-08-01-preview';
  const notes: string[] = [];
  if (defenderCspm?.cloudTrailIngestion)
    notes.push(
      knowsThem
        ? 'CloudTrail ingestion needs a way of provisioning and its resources, which the file does not have: turn it on in the portal.'
        : `Api-version ${apiVersion} cannot turn CloudTrail ingestion on: do it in the portal.`,
    );
  if (defenderCspm?.serverlessProtection)
    notes.push(
      knowsThem
        ? 'Which settings of Azure serverless protection stands for is not documented: turn it on in the portal.'
        : `Api-version ${apiVersion} cannot turn serverless protection on: do it in the portal.`,
    );
  return notes;
}
