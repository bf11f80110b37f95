import assert from 'node:assert/strict';
import { applyFixes } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';

const connector = (account: string, rest: string) => `name: contoso
account: { id: "123456789012"${account} }
azure:
  tenant: 11111111-2222-4333-8444-555555555555
  subscription: 66666666-7777-4888-9999-000000000000
  resourceGroup: rg-security
  location: eastus
${rest}
`;
const said = (text: string, fileName = 'x.connector.yaml') => lint(text, fileName).map(({ rule, severity }) => `${severity} ${rule}`);

/** What the fixtures, one file for each rule, leave out. */
describe('rules of a connector', () => {
  for (const [name, account, rest, expected, fixed] of [
    ['agentless scanning that Defender CSPM brings', '', 'plans: { servers: { tier: P1, agentlessScanning: true }, defenderCspm: {} }', []],
    ['one scanner with two settings', '', 'plans: { servers: { tier: P2, agentlessScanning: true }, defenderCspm: { agentlessScanning: { excludeTags: { a: b } } } }', ['warning connector/plan-needs'], 'plans: { servers: { tier: P2, agentlessScanning: { excludeTags: { a: b } } }, defenderCspm: { agentlessScanning: { excludeTags: { a: b } } } }'],
    ['one scanner with the same tags in another order', '', 'plans: { servers: { tier: P2, agentlessScanning: { excludeTags: { a: b, c: d } } }, defenderCspm: { agentlessScanning: { excludeTags: { c: d, a: b } } } }', []],
    ['discovery that another plan turns on', '', 'plans: { defenderCspm: { sensitiveDataDiscovery: false }, databases: { openSource: true } }', ['warning connector/plan-needs', 'hint connector/database-effects'], 'plans: { defenderCspm: { sensitiveDataDiscovery: true }, databases: { openSource: true } }'],
    ['Terraform for a management account', ', type: management, stackSet: members', 'deployment: { method: terraform }', ['information connector/access-type']],
    ['Terraform for a single account', '', 'deployment: { method: terraform }', []],
    ['excluded accounts of a single account', ', excluded: ["210987654321"]', '', ['error connector/excluded-accounts']],
    ['Azure Arc of SQL servers', '', 'plans: { databases: { sqlServers: { arcAutoProvisioning: { proxy: "http://p" } } } }', ['hint connector/arc-effects']],
    ['Azure Arc once, where two plans have it', '', 'plans: { servers: { tier: P2, arcAutoProvisioning: true }, databases: { sqlServers: { arcAutoProvisioning: true } } }', ['hint connector/arc-effects']],
    ['identities that somebody left out on purpose', '', 'plans: { defenderCspm: { ciem: true, cloudTrailIngestion: false } }', []],
    ['a management account without a StackSet', ', type: management', '', ['information connector/stack-set']],
    ['a feature that a region does not have', '', 'regions: [ap-south-2]\nplans: { defenderCspm: { sensitiveDataDiscovery: true } }', ['information connector/regions']],
    ['a feature that is off where it does not exist', '', 'regions: [ap-south-2]\nplans: { defenderCspm: { sensitiveDataDiscovery: false } }', []],
    ['a region without any plan', '', 'regions: [ap-southeast-5]', ['warning connector/regions']],
    ['regions without any plan beside another', '', 'regions: [ap-southeast-5, us-east-1, us-gov-west-1]', ['warning connector/regions', 'error connector/regions'], 'regions: [us-east-1]'],
    ['a stack in a region without any plan', '', 'deployment: { region: ap-southeast-5 }', []],
    ['a region of AWS GovCloud', '', 'regions: [us-gov-west-1]', ['error connector/regions']],
    ['a region that is like no other', '', 'regions: [moon-base-alpha]', ['warning connector/regions']],
    ['a scan interval in quotes', '', 'scanIntervalHours: "12"', ['error connector/scan-interval'], 'scanIntervalHours: 12'],
    ['a scan interval beyond all', '', 'scanIntervalHours: 48', ['error connector/scan-interval'], 'scanIntervalHours: 24'],
    ['a scan interval that is none', '', 'scanIntervalHours: daily', ['error connector/scan-interval']],
    ['an access type that is none', '', 'access: 7', ['error connector/access-type']],
  ] as const) {
    it(`see ${name}`, () => {
      const text = connector(account, rest);
      assert.deepEqual(said(text), expected);
      assert.equal(applyFixes(text, lint(text, 'x.connector.yaml')), connector(account, fixed ?? rest));
    });
  }
});

const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const arn = `!Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${issuer}"`;
const template = (principal: string, condition = `            Condition:
              StringEquals:
                ${issuer}:aud: api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479
                sts:RoleSessionName: MicrosoftDefenderForClouds_11111111-2222-4333-8444-555555555555
`) => `Metadata: { DefenderConnectors: { Tenant: 11111111-2222-4333-8444-555555555555 } }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: CspmMonitorAws
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            ${principal}
            Action: sts:AssumeRoleWithWebIdentity
${condition}`;

describe('rules of a template', () => {
  const good = template(`Principal: { Federated: ${arn} }`);

  it('are content with a good role', () => assert.deepEqual(said(good, 'x.yaml'), []));

  for (const principal of ['NotPrincipal: { AWS: "123456789012" }', 'Principal: { AWS: "*" }', 'Principal:\n              Federated: "*"', `Principal: { Federated: "arn:aws:iam::*:oidc-provider/${issuer}" }`]) {
    it(`see ${principal} and name the provider instead`, () => {
      const text = template(principal);
      assert.deepEqual(said(text, 'x.yaml'), ['error template/wildcard-principal']);
      const fixed = applyFixes(text, lint(text, 'x.yaml'));
      assert.deepEqual(said(fixed, 'x.yaml'), []);
      if (!principal.includes('\n')) assert.equal(fixed, good);
    });
  }

  it('see a role without any condition, and add what it must check', () => {
    let text = template(`Principal: { Federated: ${arn} }`, '');
    assert.deepEqual(said(text, 'x.yaml').toSorted(), ['error template/role-audience', 'error template/session-name']);
    for (let pass = 0; pass < 2; pass++) text = applyFixes(text, lint(text, 'x.yaml'));
    assert.deepEqual(said(text, 'x.yaml'), []);
  });

  it('see a template that CloudFormation takes from nowhere', () => {
    const text = `${good}# ${'x'.repeat(1_048_576)}\n`;
    assert.deepEqual(said(text, 'x.yaml'), ['error template/template-size']);
  });

  it('see the provider of permissions management on another tenant', () => {
    const text = `Metadata: { DefenderConnectors: { Tenant: 11111111-2222-4333-8444-555555555555 } }
Resources:
  Ciem:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: https://sts.windows.net/99999999-2222-4333-8444-555555555555/
      ClientIdList: [api://mciem-aws-oidc-app]
`;
    assert.deepEqual(said(text, 'x.yaml'), ['error template/provider-url']);
    assert.equal(applyFixes(text, lint(text, 'x.yaml')), text.replace('99999999', '11111111'));
  });
});
