import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type DiagnosticRelatedInformation, type Range } from 'vscode-languageserver/node';
import type { Finding, FindingTag, RelatedPlace, Severity, Span } from '../core/model/finding';
import { ruleSource } from '../core/language/rule-source';
import type { OpenText } from './open-text';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags: Record<FindingTag, DiagnosticTag> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

export function toDiagnostic(document: OpenText, finding: Finding): Diagnostic {
  const href = ruleSource(finding.rule);
  return {
    range: toRange(document, finding.span),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(href ? { codeDescription: { href } } : {}),
    source: 'Defender Connectors',
    message: finding.message,
    ...(finding.related ? { relatedInformation: finding.related.map(toRelated) } : {}),
    ...(finding.tags ? { tags: finding.tags.map((tag) => tags[tag]) } : {}),
  };
}

const toRelated = ({ fileName, range, message }: RelatedPlace): DiagnosticRelatedInformation => ({
  location: { uri: pathToFileURL(fileName).href, range },
  message,
});

export const toRange = (document: OpenText, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});
