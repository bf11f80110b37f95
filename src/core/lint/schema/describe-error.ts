import type { ErrorObject } from 'ajv';
import type { LocatedDocument } from '../../document/located';
import type { Finding } from '../../model/finding';
import { describeRange } from './describe-range';
import { describeType } from './describe-type';
import { describeUnknownKey } from './describe-unknown-key';
import { describeValue } from './describe-value';
import type { Place } from './place';

export type Description = Pick<Finding, 'message' | 'span' | 'fixes'>;

/** Says a schema error in one sentence, at its place, with a fix where the right text is known. */
export function describeError(document: LocatedDocument, place: Place, error: ErrorObject): Description {
  const { keyword, params } = error;
  switch (keyword) {
    case 'required':
      return missingKey(place, String(params['missingProperty']));
    case 'additionalProperties':
      return describeUnknownKey(place, String(params['additionalProperty']), error.schemaPath);
    case 'type':
    case 'anyOf':
      return describeType(document, place, error);
    case 'enum':
    case 'const':
    case 'pattern':
      return describeValue(document, place, error);
    default:
      return describeRange(place, error);
  }
}

function missingKey({ name, key, value }: Place, missing: string): Description {
  const owner = name === '' ? 'This connector' : name;
  return { message: `${owner} has no ${missing}. Add it.`, span: key?.span ?? value.span, fixes: [] };
}
