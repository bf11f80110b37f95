import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readDocument } from '../../../../src/core/document/read-document';
import { toConnector } from '../../../../src/core/document/to-connector';
import { generateTemplate } from '../../../../src/core/generate/cloudformation';
import { lint } from '../../../../src/core/lint/lint';

const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const tenant = '11111111-2222-4333-8444-555555555555';

const everything = (access: string) => `name: contoso
account: { id: "123456789012", type: management, excluded: ["210987654321"], stackSet: defender-members }
azure: { tenant: ${tenant}, subscription: 66666666-7777-4888-9999-000000000000, resourceGroup: rg, location: eastus }
access: ${access}
plans:
  defenderCspm: { agentlessScanning: true, kubernetesApiAccess: true, registryAccess: true, sensitiveDataDiscovery: true, ciem: true, cloudTrailIngestion: true }
  servers: { tier: P2, arcAutoProvisioning: true, agentlessScanning: true }
  containers: { threatProtection: { retentionDays: 30 }, sensor: true, azurePolicy: true, kubernetesApiAccess: true, registryAccess: true }
  databases: { sqlServers: { arcAutoProvisioning: true }, openSource: true }
`;

const webIdentity = (principal: unknown, conditions: Record<string, unknown>) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Federated: principal }, Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringLike: conditions } }],
});

/** The shape of the portal's template, as far as it is published: parameters, conditions, the provider's name. */
const portal = {
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'Cross Cloud Security Center IAM Role to set read permissions',
  Parameters: {
    CspmMonitorAwsRoleName: { Type: 'String', AllowedPattern: '[-_a-zA-Z0-9]+', Default: 'CspmMonitorAws' },
    SecurityCenterKubernetesRoleName: { Type: 'String', Default: 'ContosoKubernetes' },
    IsManagementAccountOnboarding: { Type: 'String' },
    SessionName: { Type: 'String' },
  },
  Conditions: {
    IsSingleAccountOnboarding: { 'Fn::Equals': [{ Ref: 'IsManagementAccountOnboarding' }, 'false'] },
    ShouldCreateOidc: { 'Fn::Or': [{ Condition: 'IsSingleAccountOnboarding' }, { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] }] },
  },
  Resources: {
    ASCDefendersOIDCIdentityProvider: {
      Type: 'AWS::IAM::OIDCProvider',
      Condition: 'ShouldCreateOidc',
      Properties: {
        Url: `https://${issuer}`,
        ClientIdList: ['api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479', 'api://6610e979-c931-41ec-adc7-b9920c9d52f1', 'api://00000000-aaaa-4bbb-8ccc-dddddddddddd'],
        ThumbprintList: ['626D44E704D1CEABE3BF0D53397464AC8080142C'],
      },
    },
    CspmMonitorAwsRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: { Ref: 'CspmMonitorAwsRoleName' },
        AssumeRolePolicyDocument: webIdentity(
          { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, `:oidc-provider/${issuer}`]] },
          { [`${issuer}:aud`]: 'api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479', 'sts:RoleSessionName': `MicrosoftDefenderForClouds_${tenant}` },
        ),
      },
    },
    SecurityCenterKubernetesRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: { Ref: 'SecurityCenterKubernetesRoleName' },
        AssumeRolePolicyDocument: webIdentity(
          { 'Fn::If': ['ShouldCreateOidc', { Ref: 'ASCDefendersOIDCIdentityProvider' }, { 'Fn::ImportValue': 'Provider' }] },
          { [`${issuer}:aud`]: 'api://6610e979-c931-41ec-adc7-b9920c9d52f1', 'sts:RoleSessionName': { Ref: 'SessionName' } },
        ),
      },
    },
    NewPlanRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'DefenderForCloud-OfTomorrow',
        AssumeRolePolicyDocument: webIdentity(
          { 'Fn::GetAtt': ['ASCDefendersOIDCIdentityProvider', 'Arn'] },
          { [`${issuer}:aud`]: 'api://00000000-aaaa-4bbb-8ccc-dddddddddddd', 'sts:RoleSessionName': `MicrosoftDefenderForClouds_${tenant}` },
        ),
      },
    },
    // Not of Defender's: its owner may let in whom its conditions allow.
    OwnRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } }],
        },
      },
    },
    KinesisRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'MDCContainersK8sCloudWatchToKinesisRole',
        AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Principal: { Service: 'logs.*.amazonaws.com' }, Action: ['sts:AssumeRole'] } },
      },
    },
  },
};

const sentinel = {
  AWSTemplateFormatVersion: '2010-09-09',
  Parameters: { RoleName: { Type: 'String', Default: 'OIDC_MicrosoftSentinelRole', AllowedPattern: 'OIDC_[-_a-zA-Z0-9]+' }, WorkspaceId: { Type: 'String' } },
  Resources: {
    OIDCIdentityProvider: {
      Type: 'AWS::IAM::OIDCProvider',
      DeletionPolicy: 'Retain',
      Properties: { Url: `https://${issuer}`, ClientIdList: ['api://1462b192-27f7-4cb9-8523-0f4ecb54b47e'], ThumbprintList: ['626D44E704D1CEABE3BF0D53397464AC8080142C'] },
    },
    OIDCRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: { Ref: 'RoleName' },
        AssumeRolePolicyDocument: webIdentity({ Ref: 'OIDCIdentityProvider' }, {
          [`${issuer}:aud`]: 'api://1462b192-27f7-4cb9-8523-0f4ecb54b47e',
          'sts:RoleSessionName': { 'Fn::Sub': 'MicrosoftSentinel_${WorkspaceId}' },
        }),
      },
    },
    // Without a session name, as older ones are, and without a slash, as Sentinel's script writes it.
    OlderRole: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: webIdentity(`arn:aws:iam::123456789012:oidc-provider/${issuer.slice(0, -1)}`, { [`${issuer}:aud`]: 'api://1462b192-27f7-4cb9-8523-0f4ecb54b47e' }) },
    },
  },
};

const ordinary = `AWSTemplateFormatVersion: "2010-09-09"
# Nothing to do with MicrosoftDefenderForCloud; the word alone must not make it ours.
Parameters:
  Key: { Type: String, Default: &key value }
Resources:
  GitHub:
    Type: AWS::IAM::OIDCProvider
    Properties: { Url: https://token.actions.githubusercontent.com, ClientIdList: [sts.amazonaws.com] }
  Public:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringEquals: { aws:PrincipalOrgID: o-1234567890 } }
  Function:
    Type: AWS::Lambda::Function
    Properties: { Code: { ZipFile: !Join ["", [!Ref Key, !Base64 x]] }, Role: !GetAtt Public.Arn }
`;

describe('no false finding', () => {
  for (const access of ['default', 'leastPrivilege']) {
    const document = readDocument(everything(access), 'yaml');
    const connector = toConnector(document);

    it(`in a connector with every plan and access ${access}`, () => {
      // What a plan does to an account is told once, as a hint.
      assert.deepEqual(lint(document.text.toString(), 'x.connector.yaml').filter(({ severity }) => severity !== 'hint'), []);
    });

    for (const format of ['json', 'yaml'] as const) {
      it(`in what is generated from it as ${format}, alone and beside it`, () => {
        assert.ok(connector);
        const { text } = generateTemplate(connector, { generatorVersion: '0.0.0', format });
        const serious = (found: ReturnType<typeof lint>) => found.filter(({ severity }) => severity !== 'information');
        const size = ({ rule }: { rule: string }) => rule !== 'template/template-size';
        assert.deepEqual(lint(text, `x.${format}`).filter(size), []);
        assert.deepEqual(serious(lint(text, `x.${format}`, { connector: { fileName: 'x', document } })), []);
      });
    }
  }

  it("in the shape of the portal's template", () => {
    assert.deepEqual(lint(JSON.stringify(portal, null, 4), 'portal.json'), []);
  });

  it('where a value is known only when a stack is made', () => {
    const text = JSON.stringify(portal);
    const audience = '"api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479"';
    for (const [known, unknown] of [
      [`"MicrosoftDefenderForClouds_${tenant}"`, '{"Fn::Sub":"MicrosoftDefenderForClouds_${Tenant}"}'],
      [`"MicrosoftDefenderForClouds_${tenant}"`, '{"Fn::If":["ShouldCreateOidc","one","other"]}'],
      [`"ClientIdList":[${audience}`, '"ClientIdList":[{"Ref":"Audience"}'],
      [`/:aud":${audience}`, '/:aud":{"Fn::Select":[0,["x"]]}'],
    ] as const) {
      assert.ok(text.includes(known), known);
      const named = /Tenant|Audience/.exec(unknown)?.[0];
      const declared = named ? text.replace('"Parameters":{', `$&"${named}":{"Type":"String"},`) : text;
      assert.deepEqual(lint(declared.replaceAll(known, unknown), 'portal.json'), [], unknown);
    }
  });

  it("in Microsoft Sentinel's template, nor in what its script makes, without the slash", () => {
    const text = JSON.stringify(sentinel, null, 2);
    assert.deepEqual(lint(text, 'sentinel.json'), []);
    assert.deepEqual(lint(text.replace(`https://${issuer}`, `https://${issuer.slice(0, -1)}`), 'sentinel.json'), []);
  });

  it('in ordinary CloudFormation', () => assert.deepEqual(lint(ordinary, 'ordinary.yaml'), []));

  for (const name of readdirSync('test/corpus/ordinary')) {
    it(`in ${name}, whose ordinary resources stand beside Defender's identity provider, nor without that`, () => {
      const text = readFileSync(`test/corpus/ordinary/${name}`, 'utf8');
      assert.match(text, /ASCDefendersOIDCIdentityProvider/);
      assert.deepEqual(lint(text, name), []);
      assert.deepEqual(lint(text.replace('33e01921-4d64-4f8c-a055-5bdaffd5e33d', 'common').replace('ASCDefendersOIDCIdentityProvider', 'Provider'), name), []);
    });
  }

  it('in a file that is not ours, however broken', () => {
    for (const text of ['AWSTemplateFormatVersion: "2010-09-09"\nResources: {{ all }}\n', 'AWSTemplateFormatVersion: [']) {
      assert.deepEqual(lint(text, 'ordinary.yaml'), []);
    }
    for (const text of ['', '{', 'a: [', '\0', '{{ x }}']) assert.deepEqual(lint(text, 'docker-compose.yaml'), []);
  });
});
