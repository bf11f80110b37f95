import type { FileKind } from '../../document/file-kind';
import type { LocatedDocument } from '../../document/located';
import { valueAt } from '../../document/value-at';
import { mayDisable } from '../../lint/suppressions';
import type { Span } from '../../model/finding';
import { scalarInside } from '../names/scalar-inside';
import { ruleSource } from '../rule-source';

/** A place that leads somewhere: to a file beside this one, or to a page. */
export type Link =
  | { readonly span: Span; readonly path: string; readonly tooltip: string }
  | { readonly span: Span; readonly url: string; readonly tooltip: string };

/** The template that a connector names, and the pages behind the rules that comments silence. */
export function linksOf(document: LocatedDocument, kind: FileKind): readonly Link[] {
  const { root, text } = document;
  const template = kind === 'connector' ? valueAt(root, 'deployment', 'template') : undefined;
  const named =
    template?.kind === 'scalar' && typeof template.value === 'string' && template.value.trim() !== ''
      ? [{ span: scalarInside(text, template), path: template.value, tooltip: 'Open the template' }]
      : [];
  return [...named, ...silencedRules(document)];
}

function silencedRules(document: LocatedDocument): readonly Link[] {
  if (document.format === 'json' || !mayDisable(document)) return [];
  return [...document.text.toString().matchAll(/#[ \t]*defender-disable-(?:next-line|file)[ \t]+([^\n\r]*)/g)].flatMap(({ 0: all, 1: list = '', index }) => {
    const listAt = index + all.length - list.length;
    return [...list.matchAll(/[\w-]+\/[\w-]+/g)].flatMap(({ 0: rule, index: at }) => {
      const url = ruleSource(rule);
      return url ? [{ span: { start: listAt + at, end: listAt + at + rule.length }, url, tooltip: `Why ${rule} holds` }] : [];
    });
  });
}
