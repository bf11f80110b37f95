import type { HealthState, HealthStatement } from '../model/health';

/** What was found in a connector file and in its template. */
export interface FileCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** What the files say: with an error in them the connector cannot be deployed as they declare it. */
export function filesStatement({ errors, warnings }: FileCounts): HealthStatement {
  const state: HealthState = errors > 0 ? 'unhealthy' : warnings > 0 ? 'degraded' : 'healthy';
  const counted = [...count(errors, 'error'), ...count(warnings, 'warning')].join(' and ');
  return { source: 'files', state, reason: counted === '' ? 'The file has no problems.' : `The file has ${counted}.`, at: null, issues: [], gaps: [] };
}

const count = (number: number, noun: string): readonly string[] => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`]);
