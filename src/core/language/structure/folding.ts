import type { DocumentText } from '../../document/document-text';
import { lineIndex, type LineIndex } from '../../document/line-index';
import type { Located, LocatedDocument } from '../../document/located';
import { writtenEnd } from './written-end';

/** Lines that can be folded away behind the first one, which stays. Lines count from zero. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'value' | 'comment';
}

/** What can be folded: values of several lines and runs of comments. Of more than `most` the outermost stay. */
export function foldsOf(document: LocatedDocument, most = 5000): readonly Fold[] {
  const { root, text, format } = document;
  if (!root) return [];
  const lines = lineIndex(text.toString());
  const folds = new Map<number, Fold>();
  const fold = (start: number, end: number, kind: Fold['kind']): void => {
    // The line of a closing bracket stays, so that it closes what is seen.
    const startLine = lines.positionAt(start).line;
    const lastLine = lines.positionAt(end).line;
    const endLine = /^\s*[\]}]/.test(lines.lineAt(lastLine)) ? lastLine - 1 : lastLine;
    if (endLine > startLine && !folds.has(startLine)) folds.set(startLine, { startLine, endLine, kind });
  };
  let level: readonly Located[] = [root];
  while (level.length > 0 && folds.size < most) {
    level = level.flatMap((node) => foldParts(text, node, fold));
  }
  if (format === 'yaml') commentRuns(lines).forEach(([startLine, endLine]) => folds.set(startLine, { startLine, endLine, kind: 'comment' }));
  return [...folds.values()].slice(0, most).sort((one, other) => one.startLine - other.startLine);
}

/** Folds the parts of a value and returns those that have parts themselves. An alias's value stands elsewhere. */
function foldParts(text: DocumentText, node: Located, fold: (start: number, end: number, kind: Fold['kind']) => void): readonly Located[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'sequence') {
    node.items.forEach(({ span }) => fold(span.start, writtenEnd(text, span), 'value'));
    return node.items;
  }
  for (const { key, value } of node.entries) {
    if (value.span.start >= key.span.start) fold(key.span.start, writtenEnd(text, value.span), 'value');
  }
  return node.entries.map(({ value }) => value);
}

function commentRuns(lines: LineIndex): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  let start = -1;
  for (let line = 0; line <= lines.lineCount; line++) {
    const isComment = lines.lineAt(line).trimStart().startsWith('#');
    if (isComment && start < 0) start = line;
    if (isComment || start < 0) continue;
    if (line - 1 > start) runs.push([start, line - 1]);
    start = -1;
  }
  return runs;
}
