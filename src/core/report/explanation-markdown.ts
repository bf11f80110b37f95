import { actionWords } from '../diagnose/action-words';
import type { Explanation } from '../diagnose/explanation';
import { basisWords, shortened } from './explanation-text';
import { valueLines } from './explanation-values';

/** An explanation as Markdown, for an issue or a chat. What came from outside is kept from being read as Markdown. */
export function explanationMarkdown(explanation: Explanation): string {
  const { id, title, cause, steps, hazard, note, actions, commands, sources, message } = explanation;
  const ours = actions.flatMap((action) => actionWords[action].command ?? []);
  return `${[
    `# ${escaped(title)}`,
    escaped(cause),
    ...(hazard === null ? [] : [`> **Careful:** ${escaped(hazard)}`]),
    `## What to do\n\n${steps.map((step, index) => `${index + 1}. ${escaped(step)}`).join('\n')}`,
    ...(ours.length + commands.length === 0 ? [] : [`## Commands that help\n\n${fenced([...ours, ...commands].join('\n'), 'sh')}`]),
    ...(note === null ? [] : [escaped(note)]),
    ...(valueLines(explanation).length === 0 ? [] : [`## Told by the text\n\n${valueLines(explanation).map((line) => `- ${escaped(line)}`).join('\n')}`]),
    `## The text\n\n${fenced(shortened(message), 'text')}`,
    ...(sources.length === 0 ? [] : [`## Sources\n\n${basisWords(explanation)}\n\n${sources.map((url) => `- <${url}>`).join('\n')}`]),
    ...(id === null ? [] : [`*${id}*`]),
  ].join('\n\n')}\n`;
}

const escaped = (text: string) => text.replace(/[\\`*_{}[\]<>#|!]/g, '\\$&').replace(/\s+/g, ' ');

/** The fence is longer than any run of backticks inside. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
