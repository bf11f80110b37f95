import type { ErrorObject } from 'ajv';
import type { LocatedDocument, LocatedMap } from '../../document/located';
import { toPlain } from '../../document/to-plain';
import type { Finding } from '../../model/finding';
import { validateConnector } from '../generated/validate-connector';
import { nearest } from '../nearest';
import { withoutBranchNoise } from './branch-noise';
import { describeError } from './describe-error';
import { isLeftToRule } from './left-to-rule';
import { placeOf } from './place';

/** More errors than a person reads: a file with so many is none of ours, and comparing them all with each other takes long. */
const mostErrors = 200;

/** What the connector schema says against a file, each in one plain sentence at the place that is wrong. */
export function schemaFindings(document: LocatedDocument): readonly Finding[] {
  const { root } = document;
  if (!root || root.kind !== 'map') return [notAMap(document)];
  if (validateConnector(toPlain(root))) return [];
  const raw = (validateConnector.errors ?? []).slice(0, mostErrors);
  const errors = withoutBranchNoise(raw).filter(
    (error) => !isLeftToRule(error, placeOf(root, error.instancePath).value),
  );
  return errors.filter((error) => !follows(document, error, errors)).map((error) => toFinding(document, root, error));
}

/** True for an error that goes away with another one: told once is enough. */
function follows({ syntaxErrors }: LocatedDocument, error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const beside = errors.filter(({ instancePath }) => instancePath === error.instancePath);
  if (error.keyword === 'pattern') return beside.some(({ keyword }) => keyword === 'minLength');
  if (error.keyword !== 'required') return false;
  const missing = String(error.params['missingProperty']);
  const isMeant = ({ params }: ErrorObject): boolean => nearest(String(params['additionalProperty']), [missing]) === missing;
  return syntaxErrors.length > 0 || beside.some((other) => other.keyword === 'additionalProperties' && isMeant(other));
}

function toFinding(document: LocatedDocument, root: LocatedMap, error: ErrorObject): Finding {
  const place = placeOf(root, error.instancePath);
  return { rule: 'connector/schema', severity: 'error', ...describeError(document, place, error) };
}

function notAMap({ root, text, syntaxErrors }: LocatedDocument): Finding {
  const empty = text.toString().trim() === '' || (!root && syntaxErrors.length === 0);
  return {
    rule: 'connector/schema',
    severity: 'error',
    message: empty
      ? 'This connector file is empty. Declare at least name, account and azure.'
      : 'This file declares no connector. Write keys with values: at least name, account and azure.',
    span: root?.span ?? { start: 0, end: 0 },
    fixes: [],
  };
}
