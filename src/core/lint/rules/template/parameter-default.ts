import { entryOf } from '../../../document/entry-of';
import type { LocatedDocument, LocatedMap, LocatedScalar } from '../../../document/located';
import { shown } from '../../../document/shown';
import { replace } from '../../fix/replace';
import { writeScalar } from '../../fix/write-scalar';
import { passesPattern } from '../../passes-pattern';
import { nearest } from '../../nearest';
import { entryRule, type RuleFinding } from '../../rule';

/** A default is a value like any other: it has to pass the parameter's own test. */
export const parameterDefault = entryRule({
  id: 'template/parameter-default',
  severity: 'error',
  summary: "A parameter's default keeps the parameter's own rules.",
  why: `CloudFormation holds a default to \`AllowedValues\`, \`AllowedPattern\`, the lengths and the limits of the same
parameter, and refuses to create or update a stack that would use one that breaks them. Patterns with groups or
alternatives are not judged.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  checked: '2026-11-22',

  sections: ['Parameters'],
  reads: ['document'],

  *check({ value }, { document }) {
    const fallback = scalar(value.kind === 'map' ? value : undefined, 'Default');
    if (value.kind !== 'map' || !fallback || fallback.value === null) return;
    const type = String(scalar(value, 'Type')?.value);
    if (type === 'String') yield* textMistakes(document, value, fallback);
    if (type === 'Number') yield* numberMistakes(value, fallback);
  },
});

function* textMistakes(document: LocatedDocument, map: LocatedMap, fallback: LocatedScalar): Iterable<RuleFinding> {
  const text = String(fallback.value);
  const { span } = fallback;
  const allowed = allowedValues(map);
  if (allowed && !allowed.includes(text)) {
    const meant = nearest(text, allowed);
    const fixes = meant === undefined ? [] : [replace(`Write ${shown(meant)}`, span, writeScalar(document, fallback, meant))];
    yield { span, message: `Default ${shown(text)} is not among the allowed values ${shown(allowed.join(', '))}. Write one of them.`, fixes };
  }
  const pattern = scalar(map, 'AllowedPattern');
  if (pattern && passesPattern(String(pattern.value), text) === false) {
    yield { span, message: `Default "${shown(text)}" does not match the allowed pattern ${shown(String(pattern.value))}. Change one of them.` };
  }
  const longest = numberAt(map, 'MaxLength');
  const shortest = numberAt(map, 'MinLength');
  if (longest !== undefined && text.length > longest) {
    yield { span, message: `Default ${shown(text)} has ${text.length} characters, and MaxLength is ${longest}. Shorten it.` };
  }
  if (shortest !== undefined && text.length < shortest) {
    yield { span, message: `Default ${shown(text)} has ${text.length} characters, and MinLength is ${shortest}. Write a longer one, or leave it out.` };
  }
}

function* numberMistakes(map: LocatedMap, { value, span }: LocatedScalar): Iterable<RuleFinding> {
  const number = Number(value);
  const most = numberAt(map, 'MaxValue');
  const least = numberAt(map, 'MinValue');
  if (value === '' || Number.isNaN(number)) yield { span, message: `Default ${shown(String(value))} is no number. Write one.` };
  else if (most !== undefined && number > most) yield { span, message: `Default ${number} is over MaxValue ${most}. Write a smaller one.` };
  else if (least !== undefined && number < least) yield { span, message: `Default ${number} is under MinValue ${least}. Write a larger one.` };
}

function allowedValues(map: LocatedMap): readonly string[] | undefined {
  const list = entryOf(map, 'AllowedValues')?.value;
  if (list?.kind !== 'sequence' || list.items.some(({ kind }) => kind !== 'scalar')) return undefined;
  return list.items.map((item) => (item.kind === 'scalar' ? String(item.value) : ''));
}

function numberAt(map: LocatedMap, name: string): number | undefined {
  const node = scalar(map, name);
  const number = Number(node?.value ?? NaN);
  return Number.isNaN(number) || node?.value === '' ? undefined : number;
}

function scalar(map: LocatedMap | undefined, name: string): LocatedScalar | undefined {
  const node = entryOf(map, name)?.value;
  return node?.kind === 'scalar' ? node : undefined;
}
