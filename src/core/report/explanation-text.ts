import { actionWords } from '../diagnose/action-words';
import type { Explanation } from '../diagnose/explanation';
import { valueLines } from './explanation-values';

/** An explanation for a terminal. No colours. Without the text where that stands beside it. */
export function explanationText(explanation: Explanation, { withText = true } = {}): string {
  const { id, severity, title, cause, steps, hazard, note, actions, commands, sources, message } = explanation;
  const ours = actions.flatMap((action) => actionWords[action].command ?? []);
  return [
    `${id === null ? '' : `${severity}: `}${title}${id === null ? '' : ` (${id})`}`,
    '',
    cause,
    ...(hazard === null ? [] : ['', `Careful: ${hazard}`]),
    ...section('What to do', steps.map((step, index) => `${index + 1}. ${step}`)),
    ...section('Commands that help', [...ours, ...commands]),
    ...(note === null ? [] : ['', `Note: ${note}`]),
    ...section('Told by the text', valueLines(explanation)),
    ...(withText && message !== '' ? section('The text', shortened(message).split('\n')) : []),
    ...(sources.length === 0 ? [] : section(`Sources (${basisWords(explanation)})`, sources)),
    '',
  ].join('\n');
}

const section = (name: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', `${name}:`, ...lines.map((line) => `  ${line}`)]);

export function basisWords({ basis, checked }: Explanation): string {
  const words = { documented: 'documented', reported: 'reported in public', inferred: 'partly our conclusion', secondary: 'one source, not official' };
  return `${basis === null ? 'unknown' : words[basis]}, compared ${checked ?? 'never'}`;
}

/** All of it is kept, but nobody reads a megabyte. */
export const shortened = (message: string) =>
  message.length > 2_000 ? `${message.slice(0, 2_000)}… (${message.length - 2_000} more characters)` : message;
