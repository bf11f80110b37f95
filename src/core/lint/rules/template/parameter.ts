import { entryOf } from '../../../document/entry-of';
import type { Located, LocatedEntry, LocatedMap } from '../../../document/located';
import { shown } from '../../../document/shown';
import { writeName } from '../../fix/write-name';
import { replace } from '../../fix/replace';
import { nearest } from '../../nearest';
import { entryRule, type RuleFinding } from '../../rule';

/** CloudFormation checks parameters before anything else. */
export const parameter = entryRule({
  id: 'template/parameter',
  severity: 'error',
  summary: 'A parameter has a type that exists, and only the attributes of parameters.',
  why: `A parameter needs a \`Type\`: \`String\`, \`Number\`, a list of them, or one of AWS's own such as
\`AWS::SSM::Parameter::Value<String>\`. CloudFormation refuses a template with another type, with a parameter that has none,
or with an attribute that parameters do not have.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  checked: '2026-11-22',

  sections: ['Parameters'],
  reads: [],

  *check({ name, key, value }) {
    if (name.startsWith('Fn::')) return;
    if (value.kind === 'map') yield* mistakes(key, value);
    else yield { span: key.span, message: `Parameter ${shown(name)} has no type. Write Type: String below it.` };
  },
});

const attributes: readonly string[] = [
  'Type', 'Default', 'AllowedPattern', 'AllowedValues', 'ConstraintDescription', 'Description', 'MaxLength', 'MaxValue', 'MinLength', 'MinValue', 'NoEcho',
];
const types: readonly string[] = ['String', 'Number', 'List<Number>', 'CommaDelimitedList'];

function* mistakes(key: LocatedEntry['key'], map: LocatedMap): Iterable<RuleFinding> {
  for (const entry of map.entries) {
    const name = String(entry.key.value);
    if (attributes.includes(name) || name === '<<') continue;
    const meant = nearest(name, attributes.filter((other) => !entryOf(map, other)));
    yield {
      span: entry.key.span,
      message: `A parameter has no attribute ${shown(name)}. ${meant ? `Write ${meant}.` : 'Remove it.'}`,
      fixes: meant ? [writeName(entry.key, meant)] : [],
    };
  }
  const type = entryOf(map, 'Type')?.value;
  if (type) yield* typeMistakes(type);
  else if (!map.entries.some((entry) => /^type$/i.test(String(entry.key.value)))) {
    yield { span: key.span, message: `Parameter ${shown(String(key.value))} has no type. Add Type: String.` };
  }
}

function* typeMistakes(type: Located): Iterable<RuleFinding> {
  const name = type.kind === 'scalar' ? String(type.value ?? '') : '';
  if (types.includes(name) || /^(?:List<)?AWS::[A-Za-z0-9]+::[A-Za-z0-9:<>]+$/.test(name)) return;
  const meant = name === 'List<String>' ? 'CommaDelimitedList' : nearest(name, types);
  const isSafe = type.kind === 'scalar' && meant !== undefined;
  yield {
    span: type.span,
    message: `There is no parameter type ${shown(name)}. Write ${meant ?? 'String'}.`,
    fixes: !isSafe ? [] : /^\w+$/.test(meant) ? [writeName(type, meant)] : [replace(`Write ${meant}`, type.span, `"${meant}"`)],
  };
}
