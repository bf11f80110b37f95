import type { Located } from '../../document/located';
import { type Reference, referencesIn } from './references';

/** A reference with what holds where it counts. */
export interface GuardedReference {
  readonly reference: Reference;
  readonly given: readonly Given[];
}

/** A condition that is true, or false, at a place. */
export type Given = readonly [condition: string, holds: boolean];

/** References to parameters and resources with the conditions of each `Fn::If` around them. */
export function* guardedReferences(node: Located, given: readonly Given[]): Iterable<GuardedReference> {
  if (node.kind === 'scalar') return;
  if (node.kind === 'sequence') {
    for (const item of node.items) yield* guardedReferences(item, given);
    return;
  }
  const call = node.entries.length === 1 ? node.entries[0] : undefined;
  const read = call && readers[String(call.key.value)];
  if (read) yield* read(node, call.value, given);
  else for (const { value } of node.entries) yield* guardedReferences(value, given);
}

type Reader = (call: Located, argument: Located, given: readonly Given[]) => Iterable<GuardedReference>;

const readers: Readonly<Record<string, Reader>> = { Ref: direct, 'Fn::GetAtt': direct, 'Fn::Sub': substitution, 'Fn::If': branches };

function* direct(call: Located, _argument: Located, given: readonly Given[]): Iterable<GuardedReference> {
  for (const reference of referencesIn(call)) yield { reference, given };
}

function* substitution(call: Located, argument: Located, given: readonly Given[]): Iterable<GuardedReference> {
  const [text, variables] = argument.kind === 'sequence' ? argument.items : [argument];
  for (const reference of referencesIn(call)) if (reference.node === text) yield { reference, given };
  if (variables) yield* guardedReferences(variables, given);
}

function* branches(_call: Located, argument: Located, given: readonly Given[]): Iterable<GuardedReference> {
  const [condition, whenTrue, whenFalse] = argument.kind === 'sequence' ? argument.items : [];
  if (condition?.kind !== 'scalar') return;
  const name = String(condition.value);
  if (whenTrue) yield* guardedReferences(whenTrue, [...given, [name, true]]);
  if (whenFalse) yield* guardedReferences(whenFalse, [...given, [name, false]]);
}
