import type { FileKind } from '../document/file-kind';
import type { LocatedDocument } from '../document/located';
import type { Finding } from '../model/finding';
import { builtInChecks } from './built-in-checks';
import type { RelatedFiles } from './related-files';
import type { RuleFinding, RuleText } from './rule';
import { rules } from './rules';
import { withSafeFixes } from './safe-fixes';
import { schemaFindings } from './schema/schema-findings';
import { withoutSuppressed } from './suppressions';
import { armView } from './view/arm-view';
import { connectorView } from './view/connector-view';
import { templateView } from './view/template-view';

/** Everything wrong with a document that has been read, sorted by place. */
export function lintDocument(document: LocatedDocument, kind: FileKind, related: RelatedFiles): readonly Finding[] {
  if (kind === 'arm' && !hasConnector(document)) return [];
  const found = findersOf[kind](document, related);
  const heard = withoutSuppressed(document, found, kind, knownRules());
  const syntax = syntaxFindings(document, kind);
  return sorted([...syntax, ...withSafeFixes(document, syntax.length > 0, heard)]);
}

const findersOf: Readonly<Record<FileKind, (document: LocatedDocument, related: RelatedFiles) => readonly Finding[]>> = {
  connector: connectorFindings,
  template: templateFindings,
  arm: armFindings,
};

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
  const ruled = rules.flatMap((rule) => (rule.kind === 'connector' ? findingsOf(rule, rule.check(view)) : []));
  return [...schemaFindings(document), ...ruled];
}

function templateFindings(document: LocatedDocument, related: RelatedFiles): readonly Finding[] {
  const view = templateView(document, related);
  if (!view) return [];
  return rules.flatMap((rule) => {
    if (rule.kind === 'template') return findingsOf(rule, rule.check(view));
    if (rule.kind !== 'resource') return [];
    const seen = view.all.filter(({ type }) => rule.types?.includes(type) ?? true);
    return seen.flatMap((resource) => findingsOf(rule, rule.check(resource, view)));
  });
}

/** What a file says is known only when it has been read: most JSON for Azure has nothing of ours. */
function hasConnector(document: LocatedDocument): boolean {
  const { connectors, classic } = armView(document, {});
  return connectors.length > 0 || classic.length > 0;
}

function armFindings(document: LocatedDocument, related: RelatedFiles): readonly Finding[] {
  const view = armView(document, related);
  return rules.flatMap((rule) => (rule.kind === 'arm' ? findingsOf(rule, rule.check(view)) : []));
}

const findingsOf = (rule: RuleText, found: Iterable<RuleFinding>): readonly Finding[] =>
  Array.from(found, ({ message, span, severity = rule.severity, fixes = [], related, tags }) => ({
    rule: rule.id,
    severity,
    message,
    span,
    fixes,
    ...(related ? { related } : {}),
    ...(tags ? { tags } : {}),
  }));

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
