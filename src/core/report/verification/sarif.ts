import type { ReportingDescriptor, Result as SarifResult } from 'sarif';
import { precondition, preconditionPage } from '../../catalog/preconditions';
import type { ConnectorIssue } from '../../model/health';
import type { VerificationReport } from '../../model/verification';
import { sarifLevel, sarifLog, sarifUri } from '../sarif';

/** A verification as SARIF. Its issues stand in AWS; their place is the connector file that declares them. */
export const verificationSarif = ({ issues, gaps, checks, byHand }: VerificationReport, file: string, version: string): string =>
  sarifLog({
    version,
    rules: checks.map(({ id }) => toDescriptor(id)),
    results: issues.map((issue) => toResult(issue, file)),
    notes: [
      ...gaps.map(({ what, why, permission }) => `${what}: ${why}${permission === null ? '' : ` (${permission})`}`),
      ...byHand.map(({ name, why, steps, script }) => `${name}. Not checked, because: ${why} By hand: ${steps.join(' ')}${script === null ? '' : ` ${script}`}`),
    ],
  });

function toDescriptor(id: string): ReportingDescriptor {
  const fact = precondition(id);
  return {
    ...{ id, shortDescription: { text: `${fact.name}.` }, help: { text: fact.steps.join(' ') }, helpUri: preconditionPage(fact) },
    defaultConfiguration: { level: sarifLevel(fact.severity) },
  };
}

const toResult = ({ key, severity, description, evidence, remediation, plans }: ConnectorIssue, file: string): SarifResult => ({
  ...{ ruleId: key, level: sarifLevel(severity), message: { text: description } },
  locations: [{ physicalLocation: { artifactLocation: { uri: sarifUri(file) } } }],
  properties: { evidence, remediation, plans },
});
