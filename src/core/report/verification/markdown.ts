import type { ConnectorIssue, HealthGap } from '../../model/health';
import type { HandCheck, VerificationReport } from '../../model/verification';
import { markdownCode, markdownTable, markdownText } from '../markdown-text';

/** A verification as a document: for an issue, a pull request, or to read in the editor. */
export function verificationMarkdown(report: VerificationReport): string {
  const { connector, accountId, profile, at, state, reason, issues, gaps, checks, byHand } = report;
  return [
    `# ${markdownText(connector)}: ${state}`,
    markdownText(reason),
    markdownTable([['Account', 'Profile', 'Looked at'], [accountId, markdownText(profile), at]]),
    ...(issues.length > 0 ? ['## Issues', ...issues.flatMap(issueParts)] : []),
    ...(gaps.length > 0 ? ['## Not looked at', markdownTable([['What', 'Why', 'Missing permission'], ...gaps.map(gapRow)])] : []),
    ...(byHand.length > 0 ? ['## Not checked', markdownTable([['What', 'Because', 'By hand', 'Source'], ...byHand.map(handRow)])] : []),
    '## Checks',
    markdownTable([['Check', 'Outcome'], ...checks.map(({ name, outcome }) => [markdownText(name), outcomes[outcome]])]),
    '',
  ].join('\n\n');
}

const outcomes = { passed: 'passed', failed: '**failed**', partly: 'passed as far as it could be looked at' } as const;

const issueParts = ({ severity, name, description, plans, remediation, evidence, reference }: ConnectorIssue): readonly string[] => [
  `### ${severity}: ${markdownText(description)}`,
  `Expected: ${markdownText(name)}${plans.length > 0 ? ` (${plans.map(markdownText).join(', ')})` : ''}.`,
  ...(evidence.length > 0 ? [markdownTable([['Seen', ''], ...evidence.map(({ label, value }) => [markdownText(label), markdownCode(value)])])] : []),
  remediation.steps.map((step, index) => `${index + 1}. ${markdownText(step)}`).join('\n'),
  ...(remediation.script === null ? [] : [fenced(remediation.script)]),
  ...(reference === null ? [] : [`[Source](${encodeURI(reference)})`]),
];

/** A block that its text cannot close. */
function fenced(script: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...script.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}sh\n${script}\n${fence}`;
}

const gapRow = ({ what, why, permission }: HealthGap): readonly string[] => [markdownText(what), markdownText(why), permission === null ? '' : markdownCode(permission)];

const handRow = ({ name, why, steps, script, reference }: HandCheck): readonly string[] => [
  markdownText(name),
  markdownText(why),
  `${markdownText(steps.join(' '))}${script === null ? '' : ` ${markdownCode(script)}`}`,
  `[Source](${encodeURI(reference)})`,
];
