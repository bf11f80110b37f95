import type { DocumentText } from '../document/document-text';
import { isAnywhere } from '../document/by-section';
import { isShortTag } from '../document/expand-short-tag';
import type { Located, LocatedDocument } from '../document/located';
import { sectionsOf } from '../document/read-document';
import { keyTwins } from './key-twins';
import type { Finding, Fix, Span, TextEdit } from '../model/finding';

/** Leaves out fixes that might change more than they say, or that change nothing. */
export function withSafeFixes(document: LocatedDocument, isBroken: boolean, findings: readonly Finding[]): readonly Finding[] {
  if (findings.every(({ fixes }) => fixes.length === 0)) return findings;
  const shared = sharedSpans(document);
  const makesTwin = keyTwins(document.root);
  // Readers of YAML disagree on whether a carriage return alone ends a line, and so on what stands on either side.
  const swapsOnly = isBroken || (document.format === 'yaml' && hasBareReturns(document));
  const isSafe = ({ edits }: Fix): boolean =>
    !edits.some(makesTwin) &&
    !edits.some(({ span }) => isTagged(document, span)) &&
    edits.some(({ span, newText }) => document.text.slice(span.start, span.end) !== newText) &&
    !edits.some(({ span }) => shared.some((other) => touch(span, other)) || isMarkedNothing(document, span)) &&
    (!swapsOnly || edits.every((edit) => swapsValues(document, edit)));
  return findings.map((finding) =>
    finding.fixes.length === 0 ? finding : { ...finding, fixes: finding.fixes.filter(isSafe).map((fix) => spaced(document, fix)) },
  );
}

const hasBareReturns = isAnywhere((text) => text.includes('\r') && /\r(?!\n)/.test(text));

/** A missing value may have an anchor or a tag all the same, which stands behind it, or ends right where it would stand. */
const isMarkedNothing = ({ text, format }: LocatedDocument, { start, end }: Span): boolean =>
  format === 'yaml' && start === end && (/^(?:[ \t]+[&!]|\uFEFF)/.test(text.slice(end, end + 20)) || /(?:^|[\s,[{])[&!]\S*$/.test(text.slice(Math.max(0, start - 80), start)));

/** A tag that is not CloudFormation's (`!!set '*'`) would go on to say what the value in its place is. */
function isTagged({ text, format }: LocatedDocument, { start, end }: Span): boolean {
  if (format === 'json' || start === end) return false;
  const [, tag] = /(?:^|[\s,[{])(!\S*)(?=\s)(?:\s|&\S+(?=\s)|#[^\n]*\n)*$/.exec(text.slice(Math.max(0, start - 200), start)) ?? [];
  return tag !== undefined && !isShortTag(tag);
}

/** Where a value is missing there may be no space behind the colon either. */
const spaced = ({ text, format }: LocatedDocument, { title, edits }: Fix): Fix => ({
  title,
  edits: edits.map(({ span, newText }) => {
    const glued = format === 'yaml' && span.start === span.end && /[:-]/.test(text.charAt(span.start - 1)) && /^\S/.test(newText);
    return { span, newText: glued ? ` ${newText}` : newText };
  }),
});

/**
 * Where a value ends is not known until all can be read, so that an edit might make things worse. Only one word of
 * JSON for another leaves everything around it as it was; in YAML not even that does.
 */
const swapsValues = ({ text, format }: LocatedDocument, { span, newText }: TextEdit): boolean =>
  format === 'json' && isJsonWord(newText) && standsAlone(text, span) && (isJsonWord(text.slice(span.start, span.end)) || isBareWord(text, span));

/** Such as 012345678901, which is no number of JSON, where it surely ends. */
const isBareWord = (text: DocumentText, { start, end }: Span): boolean =>
  /^[^\s{}[\]:,"/]+$/.test(text.slice(start, end)) && /^\s*(?:[,}\]]|$)/.test(text.slice(end, end + 200));

const standsAlone = (text: DocumentText, { start, end }: Span): boolean => /^[\s{}[\]:,]?$/.test(text.charAt(end)) && /^[\s{}[\]:,]?$/.test(text.charAt(start - 1));

function isJsonWord(text: string): boolean {
  try {
    return !/^[\s{[]|\s$/.test(text) && JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

/** Values that an alias repeats: an edit in one of them is an edit in all places that use it, right or wrong there. */
function sharedSpans(document: LocatedDocument): readonly Span[] {
  const { format, root, text } = document;
  if (!root || format === 'json' || !(sectionsOf(document)?.some(({ hasAnchors }) => hasAnchors) ?? text.toString().includes('&'))) return [];
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
