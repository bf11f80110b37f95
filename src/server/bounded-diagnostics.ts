import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import type { Finding } from '../core/model/finding';
import type { OpenText } from './open-text';
import { toDiagnostic } from './to-diagnostic';

/** More than a person reads; an editor that shows a hundred thousand stands still. */
const mostShown = 1_000;

/** What an editor shows of findings: errors first where they are too many, and a last one that says how many are left out. */
export function boundedDiagnostics(document: OpenText, findings: readonly Finding[]): Diagnostic[] {
  if (findings.length <= mostShown) return findings.map((finding) => toDiagnostic(document, finding));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  const shown = [...errors, ...others].slice(0, mostShown).map((finding) => toDiagnostic(document, finding));
  const start = { line: 0, character: 0 };
  const message = `This file has ${findings.length - mostShown} more findings than are shown. Put some of these right to see the others.`;
  return [...shown, { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: 'Defender Connectors', message }];
}
