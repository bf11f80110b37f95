import assert from 'node:assert/strict';
import { allowsAction } from '../../../../src/core/azure/allows-action';
import { bodyChanges } from '../../../../src/core/azure/body-changes';

describe("Azure's patterns of actions", () => {
  const cases: readonly (readonly [actions: string[], notActions: string[], action: string, allowed: boolean])[] = [
    [['*'], [], 'Microsoft.Security/x/write', true],
    [['*'], ['Microsoft.Authorization/*/Write'], 'Microsoft.Authorization/roleAssignments/write', false],
    [['microsoft.security/*'], [], 'Microsoft.Security/securityConnectors/write', true],
    [['Microsoft.Security/*/read'], [], 'Microsoft.Security/securityConnectors/write', false],
    [['*/read'], [], 'Microsoft.Security/healthReports/read', true],
    [['a/*/b*c'], [], 'a/x/b/y/c', true],
    [['a*a'], [], 'a', false],
    [['Microsoft.Security/securityConnectors/write'], [], 'Microsoft.Security/securityConnectors/writeX', false],
    [[], [], 'x', false],
  ];
  for (const [actions, notActions, action, allowed] of cases) {
    it(`${actions.join()} without ${notActions.join() || 'exception'} ${allowed ? 'allow' : 'do not allow'} ${action}`, () => {
      assert.equal(allowsAction([{ actions, notActions }], action), allowed);
    });
  }

  it('add up: what one role takes out another gives', () => {
    const [contributor, other] = [{ actions: ['*'], notActions: ['a/write'] }, { actions: ['a/*'], notActions: [] }];
    assert.equal(allowsAction([contributor, other], 'a/write'), true);
  });
});

describe('the difference of two bodies', () => {
  const body = (properties: object, envelope = {}) => ({ location: 'eastus', properties: { environmentName: 'AWS', ...properties }, ...envelope });

  it('does not count what Azure alone writes, another spelling of the place, or nothing said in another way', () => {
    const now = body({ offerings: [{ offeringType: 'CspmMonitorAws', description: 'x' }], hierarchyIdentifierTrialEndDate: 'x' }, { id: 'i', etag: 'e', systemData: {}, kind: '', tags: {}, location: 'East US' });
    assert.deepEqual(bodyChanges(now, body({ offerings: [{ offeringType: 'CspmMonitorAws' }] })), []);
  });

  it('goes by the type of an offering and not by its place', () => {
    const [a, b] = [{ offeringType: 'A', x: 1 }, { offeringType: 'B', y: { z: true } }];
    assert.deepEqual(bodyChanges(body({ offerings: [a, b] }), body({ offerings: [b, a] })), []);
    assert.deepEqual(bodyChanges(body({ offerings: [a, b] }), body({ offerings: [{ ...a, x: 2 }] })), [
      { path: 'offerings.A.x', kind: 'change', before: 1, after: 2 },
      { path: 'offerings.B', kind: 'remove', before: { y: { z: true } }, after: null },
    ]);
  });

  it('lists each plan of a new connector', () => {
    const changes = bodyChanges(null, body({ offerings: [{ offeringType: 'A', x: 1 }, { offeringType: 'B', x: 1 }] }));
    assert.deepEqual(changes.map(({ path, kind }) => [path, kind]), [['location', 'add'], ['environmentName', 'add'], ['offerings.A', 'add'], ['offerings.B', 'add']]);
  });
});
