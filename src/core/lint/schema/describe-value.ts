import { shown } from '../../document/shown';
import type { ErrorObject } from 'ajv';
import type { LocatedDocument } from '../../document/located';
import { replace } from '../fix/replace';
import { writeScalar } from '../fix/write-scalar';
import { nearest } from '../nearest';
import type { Description } from './describe-error';
import type { Place } from './place';

/** Text that is none of the known values, or does not have the right form. */
export function describeValue(document: LocatedDocument, { name, value }: Place, error: ErrorObject): Description {
  const written = value.kind === 'scalar' ? String(value.value) : 'a group';
  if (error.keyword === 'pattern') {
    return { message: `${name} is ${shown(written) || 'empty'}, but it must be ${form(name)}.`, span: value.span, fixes: [] };
  }
  const allowed = knownValues(error);
  const meant = nearest(written, allowed);
  const scalar = value.kind === 'scalar' ? value : undefined;
  return {
    message: `${name} is ${shown(written) || 'empty'}, which is not known. Write ${meant ?? allowed.join(' or ')}.`,
    span: value.span,
    fixes: meant ? [replace(`Write ${meant}`, value.span, writeScalar(document, scalar, meant))] : [],
  };
}

function knownValues({ params }: ErrorObject): readonly string[] {
  const values: unknown = params['allowedValues'] ?? [params['allowedValue']];
  return Array.isArray(values) ? values.map(String) : [];
}

/** The schema's patterns in words. */
function form(name: string): string {
  if (/^azure\.(?:tenant|subscription)$/.test(name)) return 'an id such as 11111111-2222-4333-8444-555555555555';
  if (name === 'azure.resourceGroup') return 'letters, digits, hyphens, underscores, dots and parentheses';
  if (name === 'name') return 'a name without #, /, ? and \\';
  if (name === 'deployment.templateUrl') return 'an https address such as https://bucket.s3.us-east-1.amazonaws.com/template.json';
  if (name.startsWith('roles.')) return 'a role name: letters, digits and + = , . @ _ -';
  return 'a name that starts with a letter and goes on with letters, digits and hyphens';
}
