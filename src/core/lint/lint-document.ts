import { finished } from '../document/finished';
import type { FileKind } from '../document/file-kind';
import type { LocatedDocument } from '../document/located';
import type { Finding } from '../model/finding';
import { builtInChecks } from './built-in-checks';
import type { RelatedFiles } from './related-files';
import { settled } from './kept-findings';
import { rules } from './rules';
import { withSafeFixes } from './safe-fixes';
import { schemaFindings } from './schema/schema-findings';
import { withoutSuppressed } from './suppressions';
import { armView } from './view/arm-view';
import { connectorView } from './view/connector-view';
import { type LintMemory, templateFindings } from './template-findings';
import { toFinding } from './to-finding';

/** Everything wrong with a document that has been read, sorted by place. */
export const lintDocument = (document: LocatedDocument, kind: FileKind, related: RelatedFiles, memory: LintMemory = {}): readonly Finding[] =>
  finished(lintingSteps(document, kind, related, memory));

/** What is found so far, where a step has come to a part of the whole that is worth hearing by itself. */
export type LintStep = readonly Finding[] | undefined;

/**
 * The same in steps of a few milliseconds. What the memory holds of an earlier version of the document is not looked for
 * again where nothing that it speaks of has changed.
 */
export function* lintingSteps(document: LocatedDocument, kind: FileKind, related: RelatedFiles, memory: LintMemory): Generator<LintStep, readonly Finding[]> {
  if (kind === 'arm' && !hasConnector(document)) return [];
  if (kind !== 'template') return told(document, kind, kind === 'arm' ? armFindings(document, related) : connectorFindings(document));
  const steps = templateFindings(document, related, memory);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return told(document, kind, value);
    yield value && told(document, kind, value);
  }
}

/** As they are heard: without what the file silences, with fixes that are safe, in the order of the file. */
function told(document: LocatedDocument, kind: FileKind, found: readonly Finding[]): readonly Finding[] {
  const heard = withoutSuppressed(document, found, kind, knownRules());
  const syntax = syntaxFindings(document, kind);
  return sorted([...syntax, ...withSafeFixes(document, syntax.length > 0, heard)]).map(settled);
}

const syntaxFindings = ({ syntaxErrors, text }: LocatedDocument, kind: FileKind): readonly Finding[] =>
  // ARM templates may hold comments.
  syntaxErrors.filter(({ span }) => kind !== 'arm' || !/^\/[/*]/.test(text.slice(span.start, span.start + 2))).map(({ message, span }) => ({ rule: `${kind}/syntax`, severity: 'error', message, span, fixes: [] }));

const knownRules = (): readonly string[] => [
  ...rules.map(({ id }) => id),
  ...builtInChecks.filter(({ silenceable }) => silenceable).map(({ id }) => id),
];

function connectorFindings(document: LocatedDocument): readonly Finding[] {
  if (!document.root && document.syntaxErrors.length > 0) return [];
  const view = connectorView(document);
  const ruled = rules.flatMap((rule) => (rule.kind === 'connector' ? Array.from(rule.check(view), (one) => toFinding(rule, one)) : []));
  return [...schemaFindings(document), ...ruled];
}

/** What a file says is known only when it has been read: most JSON for Azure has nothing of ours. */
function hasConnector(document: LocatedDocument): boolean {
  const { connectors, classic } = armView(document, {});
  return connectors.length > 0 || classic.length > 0;
}

function armFindings(document: LocatedDocument, related: RelatedFiles): readonly Finding[] {
  const view = armView(document, related);
  return rules.flatMap((rule) => (rule.kind === 'arm' ? Array.from(rule.check(view), (one) => toFinding(rule, one)) : []));
}

/** By place; a value that an alias repeats is told once. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings
    .filter(({ rule, span, message }) => {
      const key = `${rule} ${span.start} ${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end || one.rule.localeCompare(other.rule));
}
