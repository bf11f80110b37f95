import assert from 'node:assert/strict';
import { rolePictures } from '../../../../src/core/plan/role-pictures';
import { runtimeReasons, templateDifferences } from '../../../../src/core/plan/template-differences';
import { adviceSummary } from '../../../../src/core/plan/update-advice';

const scope = (Resources: Readonly<Record<string, unknown>>, Metadata: unknown = {}) => ({ body: { Resources, Metadata }, values: {} });
const allow = (...Action: readonly string[]) => ({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
const role = (more: Readonly<Record<string, unknown>> = {}) => ({ Type: 'AWS::IAM::Role', Properties: { RoleName: 'R', ...more } });

describe('what a role may do', () => {
  it('is the same however the template spreads it over resources', () => {
    const spread = [
      scope({ Role: role({ Policies: [{ PolicyDocument: allow('s3:GetObject') }] }) }),
      scope({ Role: role(), P: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: allow('s3:GetObject') } } }),
      scope({ Role: role({ ManagedPolicyArns: [{ Ref: 'P' }] }), P: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: allow('s3:GetObject') } } }),
    ];
    for (const one of spread) {
      assert.deepEqual([...(rolePictures(one).get('Role')?.permissions.keys() ?? [])], ['s3:GetObject']);
      assert.deepEqual(templateDifferences(spread[0] ?? one, one), []);
    }
  });
});

describe('update advice', () => {
  it('names at most a few actions', () => {
    const actions = Array.from({ length: 9 }, (_, index) => `s3:A${index}`);
    const [reason] = templateDifferences(scope({ Role: role() }), scope({ Role: role({ Policies: [{ PolicyDocument: allow(...actions) }] }) }, { DefenderConnectors: { Features: ['a'] } }));
    assert.match(JSON.stringify(reason), /catalog/);
    const told = templateDifferences(scope({ Role: role() }), scope({ Role: role({ Policies: [{ PolicyDocument: allow(...actions) }] }) }));
    assert.match(told.at(-1)?.message ?? '', /^Role R lacks s3:A0, s3:A1, s3:A2 and 6 more\.$/);
  });

  it('counts a runtime that Lambda has deprecated', () => {
    const lambda = (Runtime: string) => scope({ F: { Type: 'AWS::Lambda::Function', Properties: { Runtime } } });
    assert.match(runtimeReasons(lambda('python3.7'))[0]?.message ?? '', /Function F runs on python3\.7, which is deprecated since \d{4}-/);
    assert.deepEqual(runtimeReasons(lambda('python3.13')), []);
    assert.deepEqual(runtimeReasons(lambda('constructor')), []);
  });

  it('is summed up by its kinds', () => {
    const reason = (kind: 'plan' | 'drift') => ({ kind, resource: null, message: '' });
    assert.equal(adviceSummary({ state: 'updateNeeded', reasons: [reason('plan'), reason('drift'), reason('plan')], gaps: [] }), 'Update needed because of the plans, drift.');
    assert.equal(adviceSummary({ state: 'upToDate', reasons: [], gaps: [] }), 'Up to date.');
  });
});
