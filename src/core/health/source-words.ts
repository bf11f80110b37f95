import type { HealthSource } from '../model/health';

/** What the sources are called in sentences. */
export const sourceWords: Readonly<Record<HealthSource, string>> = {
  azure: 'Defender for Cloud',
  aws: 'CloudFormation',
  verification: 'Our verification',
  files: 'The file',
};
