import type { DocumentText } from '../../document/document-text';
import type { LocatedDocument } from '../../document/located';
import type { Span } from '../../model/finding';
import { inComment } from '../block-context';
import { pathAt } from '../located-path';

/** A name that is being typed, and what may stand there. */
export interface ReferenceContext {
  readonly to: 'value' | 'resource' | 'attribute' | 'variable' | 'condition' | 'mapping';
  /** The resource whose attribute is asked for. */
  readonly resource: string | undefined;
  readonly span: Span;
}

/** Recognises a half-typed short tag or `${…}` from the line alone, since the document around it may not be whole. */
export function typedReference(document: LocatedDocument, offset: number): ReferenceContext | undefined {
  const { text, format } = document;
  const head = lineHead(text, offset);
  const variable = /\$\{[ \t]*([\w:.]*)$/.exec(head);
  if (variable?.[1] !== undefined && isSubstituted(document, offset, head)) return named('variable', variable[1], text, offset);
  return format === 'json' || inComment(head) ? undefined : shortTag(head, text, offset);
}

/** The line before the cursor. A minified template is one line. */
const lineHead = (text: DocumentText, offset: number): string => {
  const before = text.slice(Math.max(offset - longestLine, 0), offset);
  return before.slice(before.lastIndexOf('\n') + 1);
};

const longestLine = 2000;

function shortTag(head: string, text: DocumentText, offset: number): ReferenceContext | undefined {
  for (const { pattern, targets } of shortTags) {
    const [, tag = '', word = ''] = pattern.exec(head) ?? [];
    const to = targets[tag];
    if (to) return named(to, word, text, offset);
  }
  const [, resource, word = ''] = /!GetAtt[ \t]+\[[ \t]*["']?(\w+)["']?[ \t]*,[ \t]*["']?([\w.]*)$/.exec(head) ?? [];
  return resource ? attributeOf(resource, word, text, offset) : undefined;
}

interface ShortTags {
  readonly pattern: RegExp;
  readonly targets: Readonly<Record<string, ReferenceContext['to']>>;
}

const shortTags: readonly ShortTags[] = [
  { pattern: /!(Ref|GetAtt|Condition)[ \t]+["']?([\w:.]*)$/, targets: { Ref: 'value', GetAtt: 'resource', Condition: 'condition' } },
  { pattern: /!(GetAtt|If|FindInMap)[ \t]+\[[ \t]*["']?([\w.]*)$/, targets: { GetAtt: 'resource', If: 'condition', FindInMap: 'mapping' } },
];

/** What stands before a dot is a resource, what stands behind it an attribute. */
export function named(to: ReferenceContext['to'], word: string, text: DocumentText, offset: number): ReferenceContext {
  const dot = word.indexOf('.');
  const hasAttribute = dot >= 0 && (to === 'resource' || to === 'variable');
  if (hasAttribute) return attributeOf(word.slice(0, dot), word.slice(dot + 1), text, offset);
  return { to, resource: undefined, span: { start: offset - word.length, end: wordEnd(text, offset, /^[\w:]*/) } };
}

export const attributeOf = (resource: string, word: string, text: DocumentText, offset: number): ReferenceContext => ({
  to: 'attribute',
  resource,
  span: { start: offset - word.length, end: wordEnd(text, offset, /^[\w.]*/) },
});

const wordEnd = (text: DocumentText, offset: number, word: RegExp): number => offset + (word.exec(text.slice(offset, offset + 300))?.[0].length ?? 0);

/** Scripts have the same braces: only the text of a substitution counts. */
function isSubstituted(document: LocatedDocument, offset: number, head: string): boolean {
  const path = pathAt(document, offset)?.path ?? [];
  return path.at(-1) === 'Fn::Sub' || path.at(-2) === 'Fn::Sub' || /!Sub[ \t]|Fn::Sub["']?[ \t]*:/.test(head);
}
