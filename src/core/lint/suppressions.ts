import { mentions } from '../document/by-section';
import { shown } from '../document/shown';
import type { FileKind } from '../document/file-kind';
import { lineIndex } from '../document/line-index';
import type { Located, LocatedDocument, LocatedScalar } from '../document/located';
import type { Finding, Span } from '../model/finding';
import { replace } from './fix/replace';
import { nearest } from './nearest';
import { templateSuppressions } from './template-suppressions';

/** One rule silenced, in the whole file or on one line. */
export interface Suppression {
  readonly rule: string;
  /** Zero-based; undefined: everywhere. */
  readonly line: number | undefined;
  readonly span: Span;
}

/**
 * Leaves out what the file asks not to hear, and tells rules that do not exist.
 * YAML: `# defender-disable-next-line <rule>[, <rule>] [reason]` and `# defender-disable-file …`.
 * Templates, also in JSON: `Metadata: { DefenderConnectors: { Disable: [<rule>] } }`.
 */
export function withoutSuppressed(
  document: LocatedDocument,
  findings: readonly Finding[],
  kind: FileKind,
  known: readonly string[],
): readonly Finding[] {
  const asked = [...commentSuppressions(document), ...templateSuppressions(document)];
  if (asked.length === 0) return findings;
  const lines = lineIndex(document.text.toString());
  const asking = new Set(asked.map(({ rule, line }) => keyOf(rule, line)));
  const isSilenced = ({ rule, span }: Finding): boolean =>
    asking.has(keyOf(rule, undefined)) || asking.has(keyOf(rule, lines.positionAt(span.start).line));
  const unknown = asked.filter(({ rule }) => !known.includes(rule)).slice(0, mostUnknown).map((one) => unknownRule(one, kind, known));
  return [...findings, ...unknown].filter((finding) => !isSilenced(finding));
}

/** More than a person corrects before checking again; what each may mean takes a while to find out. */
const mostUnknown = 100;

const keyOf = (rule: string, line: number | undefined): string => `${rule} ${line ?? ''}`;

const marker = /#[ \t]*defender-disable-(next-line|file)\b[ \t]*([\w/-]+(?:[ \t]*,[ \t]*[\w/-]+)*)?/g;

/** Whether comments can silence anything: nearly all files say no at a glance. */
export const mayDisable = mentions('defender-disable-');

function commentSuppressions(document: LocatedDocument): readonly Suppression[] {
  const { format, root } = document;
  if (format === 'json' || !mayDisable(document)) return [];
  const text = document.text.toString();
  const lines = lineIndex(text);
  const blocks = multilineScalars(root);
  return [...text.matchAll(marker)].flatMap((match) => {
    if (blocks.some(({ span }) => span.start <= match.index && match.index < span.end)) return [];
    const [all, scope, list = ''] = match;
    const line = scope === 'file' ? undefined : lines.positionAt(match.index).line + 1;
    const listAt = match.index + all.length - list.length;
    return [...list.matchAll(/[\w/-]+/g), ...(list ? [] : [{ 0: '', index: 0 }])].map(({ 0: rule, index }) => ({
      rule,
      line,
      span: rule ? { start: listAt + index, end: listAt + index + rule.length } : { start: match.index, end: listAt },
    }));
  });
}

/** Text that only looks like a comment: lines of a script inside a template, for example. */
function multilineScalars(root: Located | undefined): readonly LocatedScalar[] {
  const found: LocatedScalar[] = [];
  const visit = (node: Located): void => {
    if (node.kind === 'scalar') {
      if (typeof node.value === 'string' && node.value.includes('defender-disable-')) found.push(node);
    } else if (node.kind === 'sequence') node.items.forEach(visit);
    else for (const { value } of node.entries) visit(value);
  };
  if (root) visit(root);
  return found;
}

function unknownRule({ rule, span }: Suppression, kind: FileKind, known: readonly string[]): Finding {
  const meant = nearest(rule, known);
  return {
    rule: `${kind}/suppression`,
    severity: 'warning',
    message: rule
      ? `Rule ${shown(rule)} does not exist, so nothing is silenced. ${meant ? `Write ${meant}.` : 'Remove the comment.'}`
      : 'This comment silences no rule. Write the rule behind it.',
    span,
    fixes: meant ? [replace(`Write ${meant}`, span, meant)] : [],
  };
}
