import type { FileKind } from '../document/file-kind';
import type { LocatedDocument } from '../document/located';
import type { Finding } from '../model/finding';
import type { RelatedFiles } from './related-files';
import type { RuleFinding, RuleText } from './rule';
import { rules } from './rules';
import { schemaFindings } from './schema/schema-findings';
import { connectorView } from './view/connector-view';

/** Everything wrong with a document that has been read, sorted by place. */
export function lintDocument(document: LocatedDocument, kind: FileKind, related: RelatedFiles): readonly Finding[] {
  const found = [...syntaxFindings(document, kind), ...(kind === 'connector' ? connectorFindings(document) : [])];
  void related;
  return sorted(found);
}

const syntaxFindings = ({ syntaxErrors }: LocatedDocument, kind: FileKind): readonly Finding[] =>
  syntaxErrors.map(({ message, span }) => ({ rule: `${kind}/syntax`, severity: 'error', message, span, fixes: [] }));

function connectorFindings(document: LocatedDocument): readonly Finding[] {
  const unreadable = !document.root && document.syntaxErrors.length > 0;
  if (unreadable) return [];
  const view = connectorView(document);
  const ruled = rules.flatMap((rule) => (rule.kind === 'connector' ? findingsOf(rule, rule.check(view)) : []));
  return [...schemaFindings(document), ...ruled];
}

const findingsOf = (rule: RuleText, found: Iterable<RuleFinding>): readonly Finding[] =>
  Array.from(found, ({ message, span, severity = rule.severity, fixes = [] }) => ({ rule: rule.id, severity, message, span, fixes }));

function sorted(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings
    .filter(({ rule, span, message }) => {
      const key = `${rule} ${span.start} ${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end || one.rule.localeCompare(other.rule));
}
