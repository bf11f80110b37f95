import type { Fix as SarifFix, Location, Region, ReportingDescriptor, Result as SarifResult } from 'sarif';
import { lineIndex, type LineIndex } from '../document/line-index';
import { rules } from '../lint/rules';
import type { Finding, Fix, RelatedPlace, Span } from '../model/finding';
import type { CheckedFile } from './json-report';
import { sarifLevel, sarifLog, sarifUri } from './sarif';

/** Findings of all files for a program that reads SARIF, such as a code scanning service. */
export const sarifReport = (files: readonly CheckedFile[], version: string): string => {
  const found = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  return sarifLog({ version, rules: [...found].sort().map(toDescriptor), results: files.flatMap(toResults) });
};

function toDescriptor(id: string): ReportingDescriptor {
  const rule = rules.find((one) => one.id === id);
  if (!rule) return { id };
  const { summary, why, source, severity } = rule;
  const full = why.replace(/\s+/g, ' ');
  return {
    ...{ id, shortDescription: { text: summary }, fullDescription: { text: full }, help: { text: `${full} ${source}` }, helpUri: source },
    defaultConfiguration: { level: sarifLevel(severity) },
  };
}

function toResults({ file, text, findings }: CheckedFile): readonly SarifResult[] {
  if (findings.length === 0) return [];
  const lines = lineIndex(text);
  return findings.map((finding) => toResult(finding, sarifUri(file), lines));
}

function toResult({ rule, severity, message, span, fixes, related = [] }: Finding, uri: string, lines: LineIndex): SarifResult {
  return {
    ...{ ruleId: rule, level: sarifLevel(severity), message: { text: message } },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: toRegion(span, lines) } }],
    ...(related.length > 0 && { relatedLocations: related.map(toRelated) }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => toFix(fix, uri, lines)) }),
  };
}

function toRegion({ start, end }: Span, lines: LineIndex): Region {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  return { startLine: from.line + 1, startColumn: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
}

const toRelated = ({ fileName, message, range: { start, end } }: RelatedPlace): Location => ({
  message: { text: message },
  physicalLocation: {
    artifactLocation: { uri: sarifUri(fileName) },
    region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
  },
});

const toFix = ({ title, edits }: Fix, uri: string, lines: LineIndex): SarifFix => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: { uri },
      replacements: edits.map(({ span, newText }) => ({ deletedRegion: toRegion(span, lines), insertedContent: { text: newText } })),
    },
  ],
});
