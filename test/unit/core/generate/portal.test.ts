import assert from 'node:assert/strict';
import { generateTemplate } from '../../../../src/core/generate/cloudformation';
import type { Plans } from '../../../../src/core/model/connector';
import { allPlans, connectorWith } from './connectors';
import { resolveTemplate, type Template } from './resolve-template';

const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';

const webIdentity = (audience: string, provider: unknown = { Ref: 'Door' }) => ({
  Version: '2012-10-17',
  Statement: [{
    Effect: 'Allow', Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringLike: { [`${issuer}:aud`]: audience } },
  }],
});

/** Not Microsoft's template, which is not public: made for the test, with logical ids that nobody could guess. */
const portalTemplate = {
  Parameters: {
    ThreatRole: { Type: 'String', Default: 'DefenderForCloud-DataThreatProtectionDB' },
    Databases: { Type: 'String', Default: '*' },
    Unused: { Type: 'String', Default: 'x' },
    IsManagementAccountOnboarding: { Type: 'String', Default: 'false' },
  },
  Mappings: { Names: { all: { policy: 'Threats' } }, Other: { all: { one: 'x' } } },
  Conditions: {
    ShouldCreateOidc: { 'Fn::Or': [{ Condition: 'Nested' }, { 'Fn::Equals': [{ Ref: 'IsManagementAccountOnboarding' }, 'true'] }] },
    Nested: { 'Fn::Equals': [{ Ref: 'Databases' }, '*'] },
    Unneeded: { 'Fn::Equals': ['a', 'b'] },
  },
  Resources: {
    Door: { Type: 'AWS::IAM::OIDCProvider', Condition: 'ShouldCreateOidc', Properties: { Url: `https://${issuer}`, ClientIdList: ['api://new'], ThumbprintList: [] } },
    A1: { Type: 'AWS::IAM::Role', Condition: 'ShouldCreateOidc', DependsOn: ['Door', 'A2'], Properties: { RoleName: { Ref: 'ThreatRole' }, AssumeRolePolicyDocument: webIdentity('api://new') } },
    A2: { Type: 'AWS::IAM::ManagedPolicy', Properties: { ManagedPolicyName: { 'Fn::FindInMap': ['Names', 'all', 'policy'] }, Roles: [{ Ref: 'Known' }], PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'rds:DescribeDBInstances', Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:rds:*:*:${Databases}' } }] } } },
    A3: { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'More', Roles: [{ Ref: 'A1' }], PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: { 'Fn::GetAtt': ['Known', 'Arn'] } }] } } },
    Known: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'CspmMonitorAws', AssumeRolePolicyDocument: webIdentity('api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479') } },
    CspmMonitorPolicy: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'NobodyKnows', AssumeRolePolicyDocument: webIdentity('api://trail', { 'Fn::GetAtt': ['Door', 'Arn'] }) } },
    Script: { Type: 'AWS::SSM::Document', Properties: { Name: 'Setup', Content: {} } },
    Elsewhere: { Type: 'AWS::S3::Bucket' },
  },
};

const generate = (plans: Plans, portal?: unknown) =>
  generateTemplate(connectorWith(plans), { generatorVersion: '1.0.0', format: 'json', portalTemplate: portal });

const bodyOf = (plans: Plans, portal: unknown = portalTemplate) =>
  generate(plans, portal).body as unknown as Template & { Mappings: object; Resources: Record<string, { DependsOn?: unknown; Condition?: string }> };

const openSource: Plans = { databases: { openSource: true } };

describe("roles taken from a portal's template", () => {
  it('are found by type, name and audience, and bring what they refer to', () => {
    const { unknown, taken } = generate(openSource, portalTemplate);
    assert.deepEqual(unknown, []);
    assert.deepEqual(taken, [{ name: 'DefenderForCloud-DataThreatProtectionDB', resource: 'A1' }]);
    const body = bodyOf(openSource);
    const added = (section: 'Parameters' | 'Conditions' | 'Resources') =>
      Object.keys(body[section]).filter((name) => !(name in (generate(openSource).body[section] as object)));
    assert.deepEqual(added('Resources'), ['A1', 'A2', 'A3']);
    assert.deepEqual(added('Parameters'), ['ThreatRole', 'Databases']);
    assert.deepEqual(added('Conditions'), ['PortalShouldCreateOidc', 'Nested']);
    assert.deepEqual(Object.keys(body.Mappings), ['Names']);
  });

  it('keep their trust, permissions and condition', () => {
    const body = bodyOf(openSource);
    const role = (given: Record<string, string>) =>
      resolveTemplate(body, { ...given }).roles.get('DefenderForCloud-DataThreatProtectionDB');
    assert.ok(JSON.stringify(role({})?.trust).includes(`oidc-provider/${issuer}`));
    assert.equal(role({ Databases: 'one', IsManagementAccountOnboarding: 'false' }), undefined);
    assert.deepEqual(body.Resources['A1']?.DependsOn, ['A2']);
  });

  it("refer to our role where theirs is the same, and to the provider by its ARN, whether or not it is in the stack", () => {
    const text = JSON.stringify(bodyOf(openSource));
    assert.ok(text.includes('{"Fn::GetAtt":["CspmMonitorRole","Arn"]}') && !text.includes('"Known"') && !text.includes('"Door"'));
  });

  it('have their audiences at the provider', () => {
    assert.ok(resolveTemplate(bodyOf(openSource)).providers.get(`https://${issuer}`)?.includes('api://new'));
  });

  it('are recognised without a published name as none of the known roles, and do not displace ours', () => {
    const plans: Plans = { defenderCspm: { cloudTrailIngestion: true } };
    const { taken, unknown, body } = generate(plans, portalTemplate);
    assert.deepEqual(taken, [{ name: 'NobodyKnows', resource: 'PortalCspmMonitorPolicy' }]);
    assert.deepEqual(unknown, []);
    assert.ok('CspmMonitorPolicy' in (body['Resources'] as object));
  });

  it('leave a feature unknown where two features could mean the one role', () => {
    const { taken, unknown } = generate({ defenderCspm: { cloudTrailIngestion: true, serverlessProtection: true } }, portalTemplate);
    assert.equal(taken.length, 1);
    assert.deepEqual(unknown.map(({ feature }) => feature), ['defenderCspm.cloudTrailIngestion', 'defenderCspm.serverlessProtection']);
    assert.ok(unknown[0]?.action.includes('again'));
  });

  it('come with the documents of Systems Manager that the automation role is for', () => {
    const { unknown, body } = generate({ servers: { tier: 'P2', arcAutoProvisioning: true } }, portalTemplate);
    assert.deepEqual(unknown, []);
    assert.ok('Script' in (body['Resources'] as object));
  });

  it('bring the parameters of earlier templates as they declare them', () => {
    const old = JSON.parse(JSON.stringify(portalTemplate).replaceAll('ThreatRole', 'SecurityCenterKubernetesRoleName')) as unknown;
    assert.deepEqual(bodyOf(openSource, old).Parameters['SecurityCenterKubernetesRoleName'], portalTemplate.Parameters.ThreatRole);
  });

  it('change nothing where no feature needs them', () => {
    assert.equal(generate({ servers: { tier: 'P2' } }, portalTemplate).text, generate({ servers: { tier: 'P2' } }).text);
  });

  it('take data that is no template as a template without roles', () => {
    const nested = JSON.parse(`{"Resources":{"A":{"Type":"AWS::IAM::Policy","Properties":${'{"a":'.repeat(50000)}1${'}'.repeat(50000)}}}}`) as unknown;
    const cyclic: { Resources?: unknown } = {};
    cyclic.Resources = { A: cyclic };
    const odd = { Resources: { A: { Type: 'AWS::IAM::Role', Properties: { RoleName: { 'Fn::Join': [] }, AssumeRolePolicyDocument: { Statement: 7 } } } } };
    for (const data of [null, 7, 'text', [], {}, { Resources: [] }, { Resources: { A: null, B: 1 } }, odd, nested, cyclic]) {
      assert.equal(generate(allPlans, data).unknown.length, 5);
    }
  });
});
