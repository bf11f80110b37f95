import type { LocatedDocument, LocatedScalar } from '../../document/located';
import type { Span } from '../../model/finding';
import { type Reference, variablePattern } from './references';

/** Where the name of a reference stands, without quotes or braces; the whole value where its text is written otherwise. */
export function nameSpan({ text }: LocatedDocument, { node, name, variable }: Reference): Span {
  const written = text.slice(node.span.start, node.span.end);
  if (variable !== undefined) return variableSpan(written, node, name, variable);
  const at = written.indexOf(name);
  if (!name || at < 0) return node.span;
  return { start: node.span.start + at, end: node.span.start + at + name.length };
}

/** Where the attribute stands that a reference asks for. */
export function attributeSpan(document: LocatedDocument, reference: Reference): Span {
  const { attribute = '', attributeNode } = reference;
  if (attributeNode) return nameSpan(document, { ...reference, node: attributeNode, name: attribute, variable: undefined });
  const { end } = nameSpan(document, reference);
  const at = document.text.startsWith(`.${attribute}`, end) ? end + 1 : -1;
  return at < 0 ? reference.node.span : { start: at, end: at + attribute.length };
}

/** The variable is counted in the text as it is written: escapes do not hide a `${`. */
function variableSpan(written: string, node: LocatedScalar, name: string, variable: number): Span {
  const match = variablesIn(written, node)[variable];
  const inner = match?.[1] ?? '';
  if (!match || (inner.trim() !== name && !inner.trim().startsWith(`${name}.`))) return node.span;
  const start = node.span.start + match.index + 2 + inner.indexOf(name);
  return { start, end: start + name.length };
}

const found = new WeakMap<LocatedScalar, readonly RegExpExecArray[]>();

/** Searched once for each text, and not once for each of its variables. */
function variablesIn(written: string, node: LocatedScalar): readonly RegExpExecArray[] {
  const known = found.get(node) ?? [...written.matchAll(variablePattern)];
  found.set(node, known);
  return known;
}

/** True where the span is the name alone, so that another name can be written there. */
export const isNameAlone = ({ text }: LocatedDocument, span: Span, name: string): boolean => text.slice(span.start, span.end) === name;
