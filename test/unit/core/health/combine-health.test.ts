import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ageWords, lengthWords } from '../../../../src/core/health/age-words';
import { combineHealth } from '../../../../src/core/health/combine-health';
import { filesStatement } from '../../../../src/core/health/files-statement';
import { healthRules } from '../../../../src/core/health/health-rules';
import { countsFor } from '../../../../src/core/health/staleness';
import { stackStatement } from '../../../../src/core/health/stack-statement';
import { type HealthSource, healthSources, type HealthState, healthStates, type HealthStatement } from '../../../../src/core/model/health';

const now = Date.parse('2026-11-28T12:00:00Z');
const hour = 3_600_000;
const context = { now, scanIntervalHours: 12, stackChangedAt: null };
const hoursAgo = (hours: number) => new Date(now - hours * hour).toISOString();

const statement = (source: HealthSource, state: HealthState, at: string | null = hoursAgo(1)): HealthStatement => ({
  source,
  state,
  reason: `${source} says ${state}.`,
  at: source === 'files' ? null : at,
  issues: [],
  gaps: [],
});

describe('the health of a connector', () => {
  it('is unknown where nobody has looked, and says so for each source', () => {
    const health = combineHealth([], context);
    assert.equal(health.state, 'unknown');
    assert.equal(health.rule, 'nobody-knows');
    assert.deepEqual(health.sources.map(({ source, said }) => [source, said]), healthSources.map((source) => [source, null]));
    assert.match(health.sources[0]?.reason ?? '', /read from Azure/);
  });

  it('is the worst that is said, for every set of words', () => {
    const order: readonly HealthState[] = ['unhealthy', 'degraded', 'healthy', 'unknown'];
    for (const azure of healthStates)
      for (const aws of healthStates)
        for (const verification of healthStates) {
          const health = combineHealth([statement('azure', azure), statement('aws', aws), statement('verification', verification)], context);
          assert.equal(health.state, order.find((state) => [azure, aws, verification].includes(state)), `${azure} ${aws} ${verification}`);
          const known = [azure, aws, verification].filter((state) => state !== 'unknown');
          const differ = known.includes('healthy') && known.some((state) => state !== 'healthy');
          assert.equal(health.disagreement !== null, differ, `${azure} ${aws} ${verification}: ${String(health.disagreement)}`);
        }
  });

  it('is not made healthy by a file alone, but by the file made ill', () => {
    assert.equal(combineHealth([filesStatement({ errors: 0, warnings: 0 })], context).state, 'unknown');
    assert.equal(combineHealth([filesStatement({ errors: 1, warnings: 2 }), statement('azure', 'healthy')], context).state, 'unhealthy');
    assert.equal(combineHealth([filesStatement({ errors: 0, warnings: 2 }), statement('azure', 'healthy')], context).state, 'degraded');
    assert.equal(filesStatement({ errors: 1, warnings: 2 }).reason, 'The file has 1 error and 2 warnings.');
  });

  it('shows who contradicts whom and who looked last', () => {
    const health = combineHealth([statement('azure', 'unhealthy', hoursAgo(5)), statement('verification', 'healthy', hoursAgo(0.5))], context);
    assert.equal(
      health.disagreement,
      'Defender for Cloud says unhealthy (5 hours ago); Our verification says healthy (30 minutes ago). Our verification looked last.',
    );
    assert.equal(health.state, 'unhealthy');
  });

  it('forgets words by age, each source after its own time', () => {
    const cases: readonly [HealthSource, number][] = [['azure', 24], ['aws', 24], ['verification', 24]];
    for (const [source, hours] of cases) {
      assert.equal(combineHealth([statement(source, 'healthy', hoursAgo(hours))], context).state, 'healthy', source);
      const health = combineHealth([statement(source, 'healthy', hoursAgo(hours + 0.1))], context);
      assert.equal(health.state, 'unknown', source);
      assert.match(health.summary, /no longer counts: It is older than 24 hours/);
    }
    assert.equal(combineHealth([statement('azure', 'healthy', hoursAgo(47))], { ...context, scanIntervalHours: 24 }).state, 'healthy');
    assert.equal(combineHealth([statement('azure', 'healthy', null)], context).state, 'unknown');
    assert.equal(combineHealth([statement('azure', 'healthy', 'yesterday')], context).state, 'unknown');
  });

  it('forgets a verification when the stack has changed since', () => {
    const health = combineHealth([statement('verification', 'healthy', hoursAgo(2))], { ...context, stackChangedAt: hoursAgo(1) });
    assert.equal(health.state, 'unknown');
    assert.equal(health.sources.find(({ source }) => source === 'verification')?.stale, 'The stack has changed since.');
    assert.equal(combineHealth([statement('verification', 'healthy', hoursAgo(1))], { ...context, stackChangedAt: hoursAgo(2) }).state, 'healthy');
  });

  it('lists issues with the worst first', () => {
    const issue = (key: string, severity: 'error' | 'warning' | 'information') => ({
      ...{ key, severity, source: 'azure' as const, name: key, description: key, plans: [], evidence: [], reference: null },
      remediation: { steps: [], script: null },
    });
    const health = combineHealth([{ ...statement('azure', 'degraded'), issues: [issue('c', 'information'), issue('a', 'error'), issue('b', 'warning')] }], context);
    assert.deepEqual(health.issues.map(({ key }) => key), ['a', 'b', 'c']);
  });
});

describe('what CloudFormation says', () => {
  const at = hoursAgo(1);
  const state = (status: string | null) => stackStatement({ name: 'defender', status, at }).state;

  it('is told by the status of the stack', () => {
    assert.deepEqual(
      ['CREATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE', 'ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_FAILED', 'UPDATE_IN_PROGRESS', null].map(state),
      ['healthy', 'degraded', 'unhealthy', 'unhealthy', 'unknown', 'unknown'],
    );
  });

  it('takes the StackSet into account', () => {
    const stack = { name: 'defender', status: 'CREATE_COMPLETE', at };
    const of = (instances: { current: number; other: number } | null) => stackStatement(stack, { name: 'members', instances });
    assert.equal(of({ current: 3, other: 0 }).state, 'healthy');
    assert.equal(of({ current: 3, other: 1 }).state, 'degraded');
    assert.equal(of({ current: 3, other: 1 }).reason, 'Stack defender is deployed. 1 of 4 instances of StackSet members are not current.');
    assert.equal(of({ current: 0, other: 0 }).state, 'degraded');
    assert.equal(of(null).state, 'unhealthy');
  });
});

describe('ages in words', () => {
  it('use the largest unit that is full', () => {
    assert.deepEqual([-5, 59_000, 60_000, 2 * hour, 24 * hour, 49 * hour].map(ageWords), ['just now', 'just now', '1 minute ago', '2 hours ago', '24 hours ago', '2 days ago']);
    assert.equal(lengthWords(24 * hour), '24 hours');
  });
});

describe('docs/health.md', () => {
  const page = readFileSync('docs/health.md', 'utf8');

  it('has the rules in their order, and no other', () => {
    const rows = [...page.matchAll(/^\| \d+ \| `([\w-]+)` \| (\w+) \| (.+) \|$/gm)].map(([, id, state, text]) => ({ id, state, text }));
    assert.deepEqual(rows, healthRules.map(({ id, state, text }) => ({ id, state, text })));
  });

  it('has the times after which words no longer count', () => {
    assert.equal(countsFor.azure({ scanIntervalHours: 12 }), 24 * hour);
    assert.match(page, /\| `azure` \| twice the connector's scan interval \|/);
    for (const source of ['aws', 'verification'] as const) {
      const [, hours] = new RegExp(`^\\| \`${source}\` \\| (\\d+) hours`, 'm').exec(page) ?? [];
      assert.equal(Number(hours) * hour, countsFor[source]({ scanIntervalHours: 1 }));
    }
  });
});
