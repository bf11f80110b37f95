import type { ErrorObject } from 'ajv';
import type { Description } from './describe-error';
import type { Place } from './place';

/** Too short, too long, too few, too many, twice. */
export function describeRange({ name, value }: Place, { keyword, params }: ErrorObject): Description {
  const limit = String(params['limit']);
  const messages: Readonly<Record<string, string>> = {
    minLength: `${name} is empty. Write its value.`,
    maxLength: `${name} has more than ${limit} characters. Shorten it.`,
    minItems: `${name} is an empty list. Write at least one item, or remove the key.`,
    minimum: `${name} is less than ${limit}. Write ${limit} or more.`,
    uniqueItems: `${name} names one value twice. Remove one of them.`,
  };
  return { message: messages[keyword] ?? `${name} is not as it must be. Compare it with the documentation.`, span: value.span, fixes: [] };
}
