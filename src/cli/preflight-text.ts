import type { PreflightCheck } from '../core/plan/preflight-check';
import { onConflictFlag } from './on-conflict';
import type { Colour, Paint, Terminal } from './terminal';

/** A sign and a word: the colour only repeats them. */
const signs: Readonly<Record<PreflightCheck['result'], readonly [sign: string, colour: Colour]>> = {
  passed: ['✓', 'green'],
  warning: ['!', 'yellow'],
  unknown: ['?', 'yellow'],
  failed: ['✗', 'red'],
};

/** Tells a check while the others run. One that fails is told as the problem that it is, unless there is something to choose. */
export function tellCheck(check: PreflightCheck, terminal: Terminal): void {
  if (check.result !== 'failed' || check.conflict) terminal.say(checkText(check, terminal.paint));
}

/** A check as it is told while the checks run: what was seen, and where it is not right, what can be done. */
function checkText({ title, result, evidence, fix, conflict }: PreflightCheck, paint: Paint): string {
  const [sign, colour] = signs[result];
  const word = result === 'passed' ? '' : ` ${result}`;
  const choices = conflict?.choices.filter(({ kind }) => kind !== 'stop' && kind !== conflict.chosen) ?? [];
  return [
    `${paint(colour, `${sign}${word} ${title}`)}: ${evidence}`,
    ...(fix !== null && result !== 'passed' && choices.length === 0 ? [`    ${fix}`] : []),
    ...choices.flatMap(({ kind, label, consequence, suggestion }) => [
      `    ${label}: ${onConflictFlag(conflict?.logicalId ?? '', kind, suggestion)}`,
      `      ${paint('dim', consequence)}`,
    ]),
  ].join('\n');
}
