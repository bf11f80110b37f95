import { shown } from '../../document/shown';
import type { ErrorObject } from 'ajv';
import type { Located, LocatedDocument } from '../../document/located';
import type { Fix } from '../../model/finding';
import { replace } from '../fix/replace';
import type { Description } from './describe-error';
import type { Place } from './place';

/** A value of the wrong type, or of none of the shapes that it may have. */
export function describeType(document: LocatedDocument, { name, value, key }: Place, error: ErrorObject): Description {
  const expected = error.keyword === 'anyOf' ? shapes(error.instancePath) : (words[String(error.params['type'])] ?? 'something else');
  const absent = value.kind === 'scalar' && value.value === null && value.span.start === value.span.end;
  const span = absent && key ? key.span : value.span;
  if (value.kind === 'scalar' && value.value === null) {
    return { message: `${name} is empty. Write ${expected}.`, span, fixes: [] };
  }
  const fixes = convert(document, value, error.keyword === 'anyOf' ? 'boolean' : String(error.params['type']));
  return {
    message: `${name} must be ${expected}, and it is ${found(document, value)}. ${fixes[0]?.title ?? 'Write one'}.`,
    span,
    fixes,
  };
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'a group of keys',
  array: 'a list',
};

const shapes = (instancePath: string): string =>
  instancePath === '/regions' ? 'all or a list of regions' : 'true, false or a group of settings';

function found({ text }: LocatedDocument, value: Located): string {
  if (value.kind === 'map') return 'a group of keys';
  if (value.kind === 'sequence') return 'a list';
  const written = shown(text.slice(value.span.start, value.span.end));
  return typeof value.value === 'number' ? `the number ${written}` : written;
}

/** The same characters with quotes where text is due, without them where a number or a truth value is. */
function convert(document: LocatedDocument, value: Located, type: string): readonly Fix[] {
  if (value.kind !== 'scalar' || value.value === null) return [];
  const written = document.text.slice(value.span.start, value.span.end);
  if (type === 'string' && typeof value.value !== 'string') return [replace('Put it in quotes', value.span, JSON.stringify(written))];
  if (typeof value.value !== 'string') return [];
  const bare = type === 'boolean' ? truth.get(value.value.trim().toLowerCase()) : /^[1-9]\d{0,8}$/.exec(value.value)?.[0];
  return bare && type !== 'string' ? [replace(`Write ${bare}`, value.span, bare)] : [];
}

/** Words that YAML once read as truth values. */
const truth: ReadonlyMap<string, string> = new Map([
  ...['true', 'yes', 'on', 'y'].map((word): [string, string] => [word, 'true']),
  ...['false', 'no', 'off', 'n'].map((word): [string, string] => [word, 'false']),
]);
