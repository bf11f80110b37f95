import type { HealthIssue, HealthReport } from '../../core/model/health-report';
import type { Paint } from '../terminal';

/** Azure's reports to read: status, age, and for each issue what to do. Its texts are printed without control characters. */
export function healthText({ reports, of, heading }: ShownReports, paint: Paint, now: Date): string {
  if (reports.length === 0) return `Defender for Cloud has no health report of ${of} yet.`;
  const lines = reports.map((report) => [...(heading ? [plain(heading(report))] : []), ...reportLines(report, paint, now)].join('\n'));
  return lines.join(heading ? '\n\n' : '\n');
}

export interface ShownReports {
  readonly reports: readonly HealthReport[];
  /** What is asked about, for where there is no report. */
  readonly of: string;
  /** What stands above each, where they are of several connectors. */
  readonly heading?: (report: HealthReport) => string;
}

function reportLines({ status, component, scannedAt, reason, issues, affectedPlans }: HealthReport, paint: Paint, now: Date): readonly string[] {
  const word = paint(status === 'healthy' ? 'green' : status === 'notHealthy' ? 'red' : 'yellow', words[status]);
  return [
    `${paint('bold', plain(component ?? 'Health'))}: ${word}, ${scannedAt === null ? 'not known when looked at' : `looked at ${scannedAt} (${age(scannedAt, now)} ago)`}`,
    ...(reason === null ? [] : [`  ${plain(reason)}`]),
    ...(affectedPlans.length === 0 ? [] : [`  Affected plans: ${affectedPlans.map(plain).join(', ')}`]),
    ...issues.flatMap(issueLines),
  ];
}

const words: Readonly<Record<HealthReport['status'], string>> = { healthy: 'healthy', notHealthy: 'not healthy', notApplicable: 'not applicable', unknown: 'unknown' };

const issueLines = ({ key, name, description, remediationSteps, remediationScript, securityValues, additional }: HealthIssue): readonly string[] => [
  `  - ${plain(name ?? key)}`,
  ...[description, securityValues.length > 0 ? `Affects: ${securityValues.join(', ')}` : null, remediationSteps].flatMap((text) => (text === null ? [] : [`    ${plain(text)}`])),
  ...Object.entries(additional).map(([field, value]) => `    ${plain(field)}: ${plain(value)}`),
  ...(remediationScript === null ? [] : ['    Script (read it before you run it):', ...remediationScript.split(/\r?\n/).map((line) => `      ${plain(line)}`)]),
];

/** A foreign text must not move the cursor of a terminal. */
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();

function age(at: string, now: Date): string {
  const hours = Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 3_600_000));
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
