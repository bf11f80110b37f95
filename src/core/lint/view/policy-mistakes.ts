import { iam, type PolicyKind } from '../../catalog/iam';
import { entryOf } from '../../document/entry-of';
import type { Located, LocatedEntry, LocatedMap, LocatedScalar } from '../../document/located';
import { nearest } from '../nearest';
import { isIntrinsic } from './is-intrinsic';
import { listed } from './listed';
import type { ResourceView } from './resource-view';

/** What the grammar of policies does not allow. */
export type PolicyMistake = { readonly policy: CarriedPolicy } & (
  | { readonly kind: 'no-statement'; readonly statement: LocatedEntry | undefined }
  | { readonly kind: 'unknown'; readonly what: 'policy' | 'statement' | 'principal'; readonly entry: LocatedEntry; readonly map: LocatedMap; readonly known: readonly string[] }
  | { readonly kind: 'missing'; readonly name: string; readonly map: LocatedMap }
  | { readonly kind: 'empty'; readonly entry: LocatedEntry; readonly map: LocatedMap }
  | { readonly kind: 'prohibited'; readonly entry: LocatedEntry; readonly map: LocatedMap }
  | { readonly kind: 'bare'; readonly item: Located }
  | { readonly kind: 'sid'; readonly value: LocatedScalar; readonly text: string }
  | { readonly kind: 'same-sid'; readonly value: LocatedScalar; readonly text: string }
  | { readonly kind: 'effect'; readonly entry: LocatedEntry; readonly text: string }
);

/** A policy where a resource carries it. */
export interface CarriedPolicy {
  readonly kind: PolicyKind;
  readonly entry: LocatedEntry;
}

/** The policies that a resource carries: trust, inline, managed, and those of buckets, queues and topics. */
function carriedPolicies({ type, properties }: ResourceView): readonly CarriedPolicy[] {
  if (!/^AWS::(?:IAM|S3|SQS|SNS)::/.test(type)) return [];
  const kind = type.startsWith('AWS::IAM::') ? 'identity' : 'resource';
  const inline = entryOf(properties, 'Policies')?.value;
  const holders = [properties, ...(inline?.kind === 'sequence' ? inline.items : [])];
  return [
    ...as('trust', entryOf(properties, 'AssumeRolePolicyDocument')),
    ...holders.flatMap((holder) => as(kind, entryOf(holder, 'PolicyDocument'))),
  ];
}

const as = (kind: PolicyKind, entry: LocatedEntry | undefined): readonly CarriedPolicy[] => (entry ? [{ kind, entry }] : []);

const { policyElements } = iam;

export function* policyMistakes(resource: ResourceView): Iterable<PolicyMistake> {
  for (const policy of carriedPolicies(resource)) yield* mistakesIn(policy);
}

function* mistakesIn(policy: CarriedPolicy): Iterable<PolicyMistake> {
  const { value } = policy.entry;
  // A policy may be the text of one, and of what it is made by is not known.
  if (isNothing(value)) yield { kind: 'no-statement', policy, statement: undefined };
  if (value.kind !== 'map' || isMade(value)) return;
  const unknown = [...unknownKeys(policy, 'policy', value)];
  yield* unknown;
  const statement = entryOf(value, 'Statement');
  const items = listed(statement?.value);
  if (!items.some((item) => item.kind === 'map' && !isNothing(item))) {
    // A misspelt one is told already.
    if (statement || unknown.length === 0) yield { kind: 'no-statement', policy, statement };
    return;
  }
  yield* itemMistakes(policy, items);
}

function* itemMistakes(policy: CarriedPolicy, items: readonly Located[]): Iterable<PolicyMistake> {
  const sids = new Set<string>();
  for (const item of items) {
    if (item.kind !== 'map' || isNothing(item)) {
      yield { kind: 'bare', policy, item };
    } else if (!isMade(item)) {
      yield* statementMistakes(policy, item);
      yield* sidMistakes(policy, entryOf(item, 'Sid')?.value, sids);
    }
  }
}

/** Policies of IAM's take letters and digits only; those of other services have rules of their own. */
function* sidMistakes(policy: CarriedPolicy, value: Located | undefined, sids: Set<string>): Iterable<PolicyMistake> {
  if (policy.kind === 'resource' || value?.kind !== 'scalar') return;
  const text = String(value.value ?? '');
  if (/[^A-Za-z0-9]/.test(text)) yield { kind: 'sid', policy, value, text };
  else if (sids.has(text)) yield { kind: 'same-sid', policy, value, text };
  if (text) sids.add(text);
}

function* statementMistakes(policy: CarriedPolicy, map: LocatedMap): Iterable<PolicyMistake> {
  const { required, prohibited } = policyElements[policy.kind];
  yield* unknownKeys(policy, 'statement', map);
  for (const entry of map.entries) {
    const name = String(entry.key.value);
    if (prohibited.includes(name)) yield { kind: 'prohibited', policy, entry, map };
    else if (policyElements.statement.includes(name) && name !== 'Sid' && name !== 'Condition') yield* elementMistakes(policy, entry, map);
  }
  for (const name of required) {
    if (isLacking(map, name)) yield { kind: 'missing', policy, name, map };
  }
}

function* elementMistakes(policy: CarriedPolicy, entry: LocatedEntry, map: LocatedMap): Iterable<PolicyMistake> {
  const { key, value } = entry;
  if (isNothing(value)) {
    yield { kind: 'empty', policy, entry, map };
  } else if (key.value === 'Effect') {
    if (value.kind === 'scalar' && !policyElements.effects.includes(String(value.value))) yield { kind: 'effect', policy, entry, text: String(value.value) };
  } else if (/Principal$/.test(String(key.value)) && value.kind === 'map' && !isMade(value)) {
    yield* unknownKeys(policy, 'principal', value);
    for (const inner of value.entries) if (isNothing(inner.value)) yield { kind: 'empty', policy, entry: inner, map: value };
  }
}

function* unknownKeys(policy: CarriedPolicy, what: 'policy' | 'statement' | 'principal', map: LocatedMap): Iterable<PolicyMistake> {
  const words = what === 'principal' ? policyElements.principals : policyElements[what];
  for (const entry of map.entries) {
    if (!words.includes(String(entry.key.value))) yield { kind: 'unknown', policy, what, entry, map, known: words.filter((word) => !entryOf(map, word)) };
  }
}

/** By a function, an include, or a merge key whose anchor could not be read. */
const isMade = (map: LocatedMap): boolean => isIntrinsic(map) || map.entries.some(({ key }) => /^(?:Fn::|<<$)/.test(String(key.value)));

export function isNothing(value: Located): boolean {
  if (value.kind === 'scalar') return value.value === null || value.value === '';
  return value.kind === 'map' ? value.entries.length === 0 : value.items.every(isNothing);
}

/** Neither there, nor its opposite, nor a key that is likely to mean it. */
export const isLacking = (map: LocatedMap, name: string): boolean =>
  !entryOf(map, name) && !entryOf(map, `Not${name}`) && !map.entries.some(({ key }) => isLike(String(key.value), name));

/** Written large or small, or with one letter too many or too few: the name of an element that is told as unknown. */
const isLike = (written: string, name: string): boolean => !policyElements.statement.includes(written) && nearest(written, [name]) !== undefined;
