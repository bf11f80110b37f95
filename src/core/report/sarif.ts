import type { Log, ReportingDescriptor, Result as SarifResult, Run } from 'sarif';
import type { IssueSeverity } from '../model/health';
import type { Severity } from '../model/finding';

/** What a program that reads SARIF 2.1.0 gets: one run of ours. */
export interface SarifContent {
  readonly version: string;
  readonly rules: readonly ReportingDescriptor[];
  readonly results: readonly SarifResult[];
  /** Said beside the results, such as what could not be looked at. */
  readonly notes?: readonly string[];
}

/** A log with one run. Columns count UTF-16 code units from one, as an editor's do. */
export function sarifLog({ version, rules, results, notes = [] }: SarifContent): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const run: Run = {
    tool: { driver: { name: 'Defender Connectors', version, semanticVersion: version, rules: [...rules] } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notes.map((text) => ({ level: 'note', message: { text } })) }],
    results: results.map((result) => ({ ...result, ruleIndex: indexes.get(result.ruleId ?? '') ?? -1 })),
  };
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

export const sarifLevel = (severity: Severity | IssueSeverity): SarifResult.level =>
  severity === 'error' || severity === 'warning' ? severity : 'note';

/** A path as a reference that a reader resolves against the folder it was run in. */
export const sarifUri = (path: string): string => {
  const parts = path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/[\ud800-\udfff]/gu, '\ufffd').split('/').map(encodeURIComponent);
  return /^[a-z]:/i.test(path) ? `file:///${parts.join('/').replace('%3A', ':')}` : parts.join('/');
};
