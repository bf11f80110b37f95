import assert from 'node:assert/strict';
import { providersIn, valuesToMake } from '../../../../src/core/plan/template-providers';
import { defaultsOf } from '../../../../src/core/plan/template-scope';

const flag = { Type: 'String', Default: 'false', AllowedValues: ['true', 'false'] };
const body = {
  Parameters: { Management: flag, Exists: flag },
  Conditions: {
    Single: { 'Fn::Equals': [{ Ref: 'Management' }, 'false'] },
    New: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Exists' }, 'true'] }] },
    ShouldCreate: { 'Fn::And': [{ Condition: 'New' }, { 'Fn::Or': [{ Condition: 'Single' }, { Condition: 'New' }] }] },
  },
  Resources: {
    Provider: {
      Type: 'AWS::IAM::OIDCProvider',
      Condition: 'ShouldCreate',
      Properties: { Url: { 'Fn::Sub': 'https://sts.windows.net/${Tenant}/' }, ClientIdList: ['api://a'] },
    },
    Role: { Type: 'AWS::IAM::Role', Condition: 'Single', Properties: {} },
  },
};
const scope = { body, values: { ...defaultsOf(body), Tenant: 't' } };

describe('identity providers of a template', () => {
  it('are known by url, audiences and whether the template makes them', () => {
    assert.deepEqual(providersIn(scope), [
      { logicalId: 'Provider', url: 'https://sts.windows.net/t/', audiences: ['api://a'], made: true },
    ]);
  });

  it('are left out by the parameter that changes nothing else', () => {
    assert.deepEqual(valuesToMake('Provider', false, scope), { Exists: 'true' });
  });

  it('are made again by the same parameter', () => {
    const off = { ...scope, values: { ...scope.values, Exists: 'true' } };
    assert.deepEqual(valuesToMake('Provider', true, off), { Exists: 'false' });
    assert.deepEqual(valuesToMake('Provider', false, off), {});
  });

  it('cannot be left out where no parameter decides, or where it decides on more', () => {
    const fixed = { ...body, Resources: { Provider: { ...body.Resources.Provider, Condition: undefined } } };
    assert.equal(valuesToMake('Provider', false, { ...scope, body: fixed }), null);
    const shared = {
      ...body,
      Resources: { ...body.Resources, Role: { ...body.Resources.Role, Condition: 'New' } },
    };
    assert.equal(valuesToMake('Provider', false, { ...scope, body: shared }), null);
  });
});
