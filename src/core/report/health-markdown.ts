import { issueTitle } from '../health/issue-title';
import { sourceWords } from '../health/source-words';
import type { ConnectorHealth, ConnectorIssue, HealthGap, SourceHealth } from '../model/health';
import { markdownText } from './markdown-text';

/** Health as a page of Markdown: for a ticket or a pull request. */
export function healthMarkdown(name: string, { state, summary, disagreement, issues, gaps, sources }: ConnectorHealth): string {
  return [
    `# Health of ${markdownText(name)}: ${state}`,
    markdownText(summary),
    ...(disagreement === null ? [] : [`> ${markdownText(disagreement)}`]),
    `## Issues: ${issues.length}`,
    ...issues.map(issueText),
    ...(gaps.length === 0 ? [] : [`## Not looked at: ${gaps.length}`, gaps.map(gapText).join('\n')]),
    '## Who says what',
    ['| Source | Says | Why | Looked |', '|---|---|---|---|', ...sources.map(sourceRow)].join('\n'),
    '',
  ].join('\n\n').trimEnd() + '\n';
}

const issueText = ({ severity, source, name, description, plans, remediation, evidence, reference }: ConnectorIssue): string =>
  [
    `### ${capital(severity)}: ${markdownText(issueTitle({ source, name }))}`,
    markdownText(description),
    ...(plans.length === 0 ? [] : [`Affects ${plans.map(markdownText).join(', ')}.`]),
    ...(evidence.length === 0 ? [] : [evidence.map(({ label, value }) => `- ${markdownText(label)}: ${markdownText(value)}`).join('\n')]),
    ...(remediation.steps.length === 0 ? [] : [remediation.steps.map((step, index) => `${index + 1}. ${markdownText(step)}`).join('\n')]),
    ...(remediation.script === null ? [] : [fenced(remediation.script)]),
    ...(reference === null ? [] : [`Source: <${reference.replace(/[<>\s]/g, '')}>`]),
  ].join('\n\n');

const gapText = ({ what, why, permission }: HealthGap): string =>
  `- ${markdownText(what)}: ${markdownText(why)}${permission === null ? '' : ` Permission that is missing: \`${permission.replaceAll('`', '')}\`.`}`;

const sourceRow = ({ source, said, reason, age, stale }: SourceHealth): string =>
  `| ${[sourceWords[source], said ?? 'not asked', `${reason}${stale === null ? '' : ` No longer counts: ${stale}`}`, age ?? (source === 'files' ? 'now' : '–')].map(cell).join(' | ')} |`;

const cell = (text: string): string => markdownText(text);

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** Longer than any fence inside. */
function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return `${fence}sh\n${text.trimEnd()}\n${fence}`;
}
