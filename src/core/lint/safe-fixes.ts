import type { Located, LocatedDocument } from '../document/located';
import type { Finding, Fix, Span, TextEdit } from '../model/finding';

/** Leaves out fixes that might change more than they say, or that change nothing. */
export function withSafeFixes(document: LocatedDocument, isBroken: boolean, findings: readonly Finding[]): readonly Finding[] {
  if (findings.every(({ fixes }) => fixes.length === 0)) return findings;
  const shared = sharedSpans(document);
  const isSafe = ({ edits }: Fix): boolean =>
    edits.some(({ span, newText }) => document.text.slice(span.start, span.end) !== newText) &&
    !edits.some(({ span }) => shared.some((other) => touch(span, other))) &&
    (!isBroken || edits.every((edit) => swapsValues(document, edit)));
  return findings.map((finding) => (finding.fixes.every(isSafe) ? finding : { ...finding, fixes: finding.fixes.filter(isSafe) }));
}

/**
 * Where a value ends is not known until all can be read, so that an edit might make things worse. Only one word of
 * JSON for another leaves everything around it as it was; in YAML not even that does.
 */
const swapsValues = ({ text, format }: LocatedDocument, { span, newText }: TextEdit): boolean =>
  format === 'json' && (bareWord.test(text.slice(span.start, span.end)) || isJsonWord(text.slice(span.start, span.end))) && isJsonWord(newText);

/** Such as 012345678901, which is no number of JSON. */
const bareWord = /^[^\s{}[\]:,"/]+$/;

function isJsonWord(text: string): boolean {
  try {
    return !/^[\s{[]|\s$/.test(text) && JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

/** Values that an alias repeats: an edit in one of them is an edit in all places that use it, right or wrong there. */
function sharedSpans({ text, format, root }: LocatedDocument): readonly Span[] {
  if (!root || format === 'json' || !text.includes('&')) return [];
  const seen = new Set<Located>();
  const shared: Span[] = [];
  const visit = (node: Located): void => {
    if (seen.has(node)) {
      shared.push(node.span);
      return;
    }
    seen.add(node);
    if (node.kind === 'sequence') node.items.forEach(visit);
    else if (node.kind === 'map') for (const { value } of node.entries) visit(value);
  };
  visit(root);
  return shared;
}

const touch = (one: Span, other: Span): boolean => one.start <= other.end && other.start <= one.end;
