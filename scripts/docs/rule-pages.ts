import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInChecks } from '../../src/core/lint/built-in-checks';
import type { Rule } from '../../src/core/lint/rule';
import { rules } from '../../src/core/lint/rules';

/** The pages of `docs/rules` by their path in it. Examples are the fixtures of the tests. */
export const rulePages = (): ReadonlyMap<string, string> =>
  new Map([['README.md', index()], ...rules.map((rule): [string, string] => [`${rule.id}.md`, page(rule)])]);

function page({ id, kind, severity, summary, why, source, checked }: Rule): string {
  const format = existsSync(join('test', 'rules', id, 'bad.json')) ? 'json' : 'yaml';
  const related = join('test', 'rules', id, 'related.connector.yaml');
  return [
    `# ${id}`,
    `${summary} (${severity})`,
    why,
    `Source: <${source}>, checked ${checked}.`,
    '## With the mistake',
    ...(existsSync(related) ? [fenced('yaml', readFileSync(related, 'utf8'), 'The connector file:'), kind === 'arm' ? 'The connector in Azure:' : 'The template that it names:'] : []),
    fenced(format, fixture(id, `bad.${format}`)),
    fenced('text', fixture(id, 'bad.txt'), 'is reported as'),
    '## As it should be',
    fenced(format, fixture(id, `good.${format}`)),
    '## To silence it',
    silence(id, format),
    '',
  ].join('\n\n').trimEnd() + '\n';
}

const fixture = (id: string, name: string): string => readFileSync(join('test', 'rules', id, name), 'utf8');

function fenced(language: string, text: string, title?: string): string {
  const block = `\`\`\`${language}\n${shortened(text).trimEnd()}\n\`\`\``;
  return title ? `${title}\n\n${block}` : block;
}

/** A page is for reading: of a long example the beginning is enough. */
function shortened(text: string): string {
  const lines = text.split('\n');
  const head = lines.length > 80 ? [...lines.slice(0, 40), `… and ${lines.length - 41} more lines`] : lines;
  return head.map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line)).join('\n');
}

function silence(id: string, format: string): string {
  if (id.startsWith('arm/')) return `Write \`"metadata": { "DefenderConnectors": { "Disable": ["${id}"] } }\` into the ARM template. A bare body has no place for it.`;
  if (format === 'yaml') return `Write \`# defender-disable-next-line ${id} <reason>\` above the line, or \`# defender-disable-file ${id} <reason>\` anywhere in the file.`;
  return `JSON has no comments: write \`"Metadata": { "DefenderConnectors": { "Disable": ["${id}"] } }\` into the template. In YAML also \`# defender-disable-next-line ${id} <reason>\` above the line.`;
}

function index(): string {
  const rows = rules.map(({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary} |`);
  const checks = builtInChecks.map(({ id, summary }) => `| ${id} | ${summary} |`);
  return `# Rules

Findings come with the editor's diagnostics and from \`defender-connectors lint\`. A rule speaks about connector files
(\`*.connector.yaml\`, \`.yml\`, \`.json\`), about CloudFormation templates that carry Defender's identity provider or roles
that trust it, or about connectors as Azure has them: a resource body, a list of them or an ARM template, in JSON. Other templates, Microsoft Sentinel's among them, are never spoken about. What a file does not tell
(a parameter without a default, a value imported from another stack) is never guessed at.

| rule | severity | what holds in a right file |
|---|---|---|
${rows.join('\n')}

Checks without a page of their own:

| check | what holds in a right file |
|---|---|
${checks.join('\n')}

## Silencing a rule

In YAML a comment silences rules on the next line or in the whole file; a reason may follow:

\`\`\`yaml
# defender-disable-next-line connector/scan-interval asked for by the auditors
scanIntervalHours: 8
# defender-disable-file connector/regions, connector/plan-needs
\`\`\`

JSON has no comments. A template in JSON (or YAML) silences rules in its metadata; a connector file in JSON cannot, so
write it in YAML where a rule has to be silenced:

\`\`\`json
{ "Metadata": { "DefenderConnectors": { "Disable": ["template/template-size"] } } }
\`\`\`

An ARM template has the same in its \`metadata\`, with a small m.

A rule that does not exist is told as a warning. Syntax errors cannot be silenced.

This page and those of the rules are written by \`npm run docs\` from the rules and their fixtures in \`test/rules\`.
`;
}
