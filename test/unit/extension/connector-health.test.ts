import assert from 'node:assert/strict';
import { azureHealth, connectorHealth, problemCounts, stackHealth } from '../../../src/extension/connectors/connector-health';
import type { StackLook } from '../../../src/extension/platform/stack-look';
import type { ConnectorSummary } from '../../../src/protocol/server-requests';

const summary = (errors: number, warnings: number): ConnectorSummary => ({
  uri: 'file:///c', name: 'c', accountId: null, accountType: null, access: null, plans: [], stack: null, errors, warnings, azure: null, scanIntervalHours: null, firstProblem: null,
});
const seen = (status: string | null): StackLook => ({ kind: 'seen', at: new Date(0), status, profile: 'p' });
const advised = (status: string, ...reasons: readonly string[]): StackLook => ({ kind: 'seen', at: new Date(0), status, profile: 'p', advice: { summary: 'Update needed.', reasons } });

describe('the health of a connector', () => {
  const cases: readonly (readonly [ConnectorSummary | undefined, StackLook | undefined, string, string])[] = [
    [undefined, undefined, 'unknown', 'not read'],
    [summary(0, 0), undefined, 'unknown', 'unchecked'],
    [summary(0, 0), seen('CREATE_COMPLETE'), 'healthy', 'deployed'],
    [summary(0, 0), advised('CREATE_COMPLETE'), 'healthy', 'deployed'],
    [summary(0, 0), advised('UPDATE_COMPLETE', 'Role R lacks s3:GetObject.'), 'degraded', 'update needed'],
    [summary(0, 0), advised('UPDATE_ROLLBACK_FAILED', 'Role R is gone.'), 'broken', 'failed'],
    [summary(0, 0), seen(null), 'unknown', 'not deployed'],
    [summary(0, 2), seen('UPDATE_COMPLETE'), 'degraded', '2 warnings'],
    [summary(1, 2), seen('CREATE_COMPLETE'), 'broken', '1 error, 2 warnings'],
    [summary(0, 1), seen('ROLLBACK_COMPLETE'), 'broken', 'not created'],
    [summary(0, 0), seen('UPDATE_ROLLBACK_COMPLETE'), 'degraded', 'rolled back'],
    [summary(0, 0), seen('UPDATE_ROLLBACK_FAILED'), 'broken', 'failed'],
    [summary(0, 0), seen('UPDATE_IN_PROGRESS'), 'busy', 'deploying'],
    [summary(0, 0), seen('ROLLBACK_IN_PROGRESS'), 'busy', 'rolling back'],
    [summary(0, 0), { kind: 'failed', at: new Date(0), message: 'No.' }, 'unknown', 'unreadable'],
  ];
  for (const [file, look, health, words] of cases) {
    it(`is ${health} when it reads "${words}"`, () => {
      const { health: seenHealth, words: seenWords } = connectorHealth(file, look);
      assert.deepEqual([seenHealth, seenWords], [health, words]);
      assert.ok(seenWords.length <= 20, 'short enough for a narrow side bar');
    });
  }

  it('says in a sentence what the words leave out', () => {
    assert.equal(
      connectorHealth(summary(0, 2), { kind: 'failed', at: new Date(0), message: 'No network.' }).sentence,
      'The file has 2 warnings. The stack could not be read. No network.',
    );
    assert.equal(stackHealth(seen('UPDATE_ROLLBACK_FAILED')).sentence, 'The stack failed: UPDATE_ROLLBACK_FAILED.');
  });

  it('shows a status that it does not know as it is', () => {
    assert.deepEqual(stackHealth(seen('PAUSED')), { health: 'unknown', words: 'PAUSED', sentence: 'The stack is PAUSED.' });
  });

  it('counts nothing as nothing', () => assert.equal(problemCounts(summary(0, 0)), ''));

  it('lets whoever decides say it', () => {
    const now = new Date().toISOString();
    const say = (source: 'azure' | 'verification', state: 'healthy' | 'unhealthy') => ({ source, state, reason: 'Why.', at: now, issues: [], gaps: [] });
    const read = (file: ConnectorSummary, statements: Parameters<typeof connectorHealth>[2]) => {
      const { health, words, sentence } = connectorHealth(file, undefined, statements);
      return [health, words, sentence];
    };
    assert.deepEqual(read(summary(0, 0), [say('verification', 'healthy')]), ['healthy', 'verified', 'Why.']);
    assert.deepEqual(read(summary(0, 2), [say('verification', 'healthy')]), ['degraded', '2 warnings', 'The file has 2 warnings.']);
    assert.deepEqual(read(summary(0, 0), [say('azure', 'unhealthy'), say('verification', 'healthy')]), [
      'broken', 'unhealthy', 'Why. Defender for Cloud says unhealthy (just now); Our verification says healthy (just now). Defender for Cloud looked last.',
    ]);
    assert.deepEqual(azureHealth(undefined).words, 'in Azure');
  });
});
