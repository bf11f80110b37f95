import type { HealthState, SourceHealth } from '../model/health';

/** One line of the table in docs/health.md: the first that applies decides. */
export interface HealthRule {
  readonly id: string;
  readonly state: HealthState;
  /** As the table states it. */
  readonly text: string;
  /** The sources that decide; none where the rule does not apply. */
  readonly decidedBy: (sources: readonly SourceHealth[]) => readonly SourceHealth[];
}

const saying = (state: HealthState) => (sources: readonly SourceHealth[]) => sources.filter((source) => source.state === state);

/** Who looks at the connection itself. Files alone say nothing of it. */
const clouds = (sources: readonly SourceHealth[]) => sources.filter(({ source }) => source !== 'files');

export const healthRules: readonly HealthRule[] = [
  { id: 'any-unhealthy', state: 'unhealthy', text: 'A source whose word counts says unhealthy.', decidedBy: saying('unhealthy') },
  { id: 'any-degraded', state: 'degraded', text: 'A source whose word counts says degraded.', decidedBy: saying('degraded') },
  {
    id: 'cloud-healthy',
    state: 'healthy',
    text: 'Azure, AWS or our verification says healthy, and no source whose word counts says otherwise.',
    decidedBy: (sources) => clouds(saying('healthy')(sources)),
  },
  { id: 'nobody-knows', state: 'unknown', text: 'Nobody has looked, or nobody whose word still counts.', decidedBy: (sources) => sources },
];
