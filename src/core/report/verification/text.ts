import type { ConnectorIssue, HealthGap } from '../../model/health';
import type { HandCheck, VerificationReport } from '../../model/verification';
import { plainLine } from '../plain-line';

/** A verification for a person at a terminal: the verdict, each issue with what to do, what could not be looked at. No colours. */
export function verificationText(report: VerificationReport): string {
  const { connector, accountId, profile, at, state, reason, issues, gaps, checks, byHand } = report;
  const passed = checks.filter(({ outcome }) => outcome === 'passed').map(({ name }) => `  ${name}`);
  return [
    `${plainLine(connector)}: ${state}. ${plainLine(reason)}`,
    `  Account ${accountId}, profile ${plainLine(profile)}, ${at}`,
    ...issues.flatMap(issueLines),
    ...(gaps.length > 0 ? ['', 'Not looked at:', ...gaps.map(gapLine)] : []),
    ...(byHand.length > 0 ? ['', 'Not checked, to be looked at by hand:', ...byHand.flatMap(handLines)] : []),
    ...(passed.length > 0 ? ['', 'Passed:', ...passed] : []),
    '',
  ].join('\n');
}

const issueLines = ({ severity, name, description, plans, remediation, evidence, reference, key }: ConnectorIssue): readonly string[] => [
  '',
  `${severity}: ${plainLine(description)} (${key})`,
  `  Expected: ${name}${plans.length > 0 ? ` (${plans.join(', ')})` : ''}`,
  ...evidence.map(({ label, value }) => `  ${plainLine(label)}: ${shortened(plainLine(value))}`),
  ...remediation.steps.map((step, index) => `  ${index + 1}. ${step}`),
  ...(remediation.script === null ? [] : [`  $ ${plainLine(remediation.script)}`]),
  ...(reference === null ? [] : [`  See ${reference}`]),
];

const gapLine = ({ what, why, permission }: HealthGap): string => `  ${plainLine(what)}: ${plainLine(why)}${permission === null ? '' : ` (${permission})`}`;

const handLines = ({ name, why, steps, script, reference }: HandCheck): readonly string[] => [
  `  ${name}. Not checked, because: ${why}`,
  ...steps.map((step) => `    By hand: ${step}`),
  ...(script === null ? [] : [`    $ ${script}`]),
  `    See ${reference}`,
];

const shortened = (text: string): string => (text.length <= 300 ? text : `${text.slice(0, 300)}…`);
