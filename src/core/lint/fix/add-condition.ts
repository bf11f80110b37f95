import { entryOf } from '../../document/entry-of';
import type { LocatedDocument } from '../../document/located';
import type { Fix } from '../../model/finding';
import type { TrustStatement } from '../view/trust-statement';
import { appendEntry } from './append-to';
import { inBrackets } from './in-brackets';
import { writeScalar } from './write-scalar';

/** Adds a condition to a trust statement: beside one of its text conditions, or with a block of its own. */
export function addCondition(document: LocatedDocument, statement: TrustStatement, key: string, value: string): readonly Fix[] {
  const title = `Add condition ${key}`;
  const beside = statement.conditions.find(({ operator }) => operator === 'StringLike' || operator === 'StringEquals');
  const written = writeScalar(document, undefined, value);
  if (beside) return [{ title, edits: [appendEntry(document, beside.siblings, key, written)] }];
  if (statement.condition) {
    const { value: block } = statement.condition;
    if (block.kind === 'scalar' && block.value === null) return [{ title, edits: [{ span: block.span, newText: inBrackets({ StringLike: { [key]: value } }) }] }];
    if (block.kind !== 'map' || entryOf(block, 'StringLike')) return [];
    return [{ title, edits: [appendEntry(document, block, 'StringLike', inBrackets({ [key]: value }))] }];
  }
  const block = inBrackets({ StringLike: { [key]: value } });
  return [{ title, edits: [appendEntry(document, statement.map, 'Condition', block)] }];
}
