import assert from 'node:assert/strict';
import { readDocument } from '../../../../../src/core/document/read-document';
import { hoverAt } from '../../../../../src/core/language/hover';

const template = `AWSTemplateFormatVersion: "2010-09-09"
Metadata:
  DefenderConnectors: { Tenant: 11111111-2222-4333-8444-555555555555 }
Parameters:
  CspmMonitorAwsRoleName: { Type: String, Default: CspmMonitorAws, Description: Our own words }
Mappings:
  Sizes: { small: { value: 1 }, large: { value: 2 } }
Conditions:
  IsLive: !Equals [!Ref CspmMonitorAwsRoleName, live]
Resources:
  Role:
    Type: AWS::IAM::Role
    Condition: IsLive
    Properties:
      RoleName: !Ref CspmMonitorAwsRoleName
      Path: !If [IsLive, !FindInMap [Sizes, small, value], !Ref AWS::NoValue]
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: !Sub "arn:aws:iam::\${AWS::AccountId}:oidc-provider/sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/" }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals:
                sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/:aud: api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement: [{ Effect: Allow, Action: [acm:DescribeCertificate, "ec2:CreateSnap*", s3:NoSuchThing, iam:CreateUser], Resource: "*" }]
Outputs:
  Arn: { Value: !GetAtt Role.Arn }
`;

/** Hovers two characters into the nth place of a text. */
function hover(part: string, nth = 0, text = template) {
  const offset = text.split(part, nth + 1).join(part).length + 2;
  const found = hoverAt(readDocument(text, 'yaml'), 'template', offset);
  return { words: found?.markdown ?? '', on: found ? text.slice(found.span.start, found.span.end) : '' };
}

describe('hover in a template', () => {
  it('tells of a parameter what the template and the catalog say, wherever it is named', () => {
    for (const nth of [0, 1, 2]) {
      const { words, on } = hover('CspmMonitorAwsRoleName', nth);
      assert.equal(on, 'CspmMonitorAwsRoleName');
      assert.match(words, /\*\*Parameter CspmMonitorAwsRoleName\*\*\n\nType: `String` · Default: `CspmMonitorAws`/);
      assert.match(words, /Our own words/);
      assert.match(words, /Names the role `cspmMonitor`\.\n\n\*Source: .*Checked \d{4}/);
    }
  });

  it('tells of a role which features need it, and what becomes of its token', () => {
    for (const { words, on } of [hover('Role:'), hover('Role.Arn')]) {
      assert.equal(on, 'Role');
      assert.match(words, /\*\*Role\*\* `AWS::IAM::Role`/);
      assert.match(words, /Needed by: .*CSPM/);
      assert.match(words, /Defender would present audience api:\/\/4d8bed1f.* and session MicrosoftDefenderForClouds_11111111.*: accepted/);
    }
    assert.match(hover('RoleName: !Ref').words, /Needed by: [^]*Defender would present/);
    const wrong = template.replace('api://4d8bed1f', 'api://00000000');
    assert.match(hover('Role:', 0, wrong).words, /: rejected because/);
  });

  it('shows the text of a condition and the keys of a mapping', () => {
    assert.match(hover('IsLive, !Find').words, /\*\*Condition IsLive\*\*\n\n```yaml\n!Equals \[!Ref CspmMonitorAwsRoleName, live\]\n```/);
    assert.match(hover('Sizes, small').words, /\*\*Mapping Sizes\*\*\n\n`small`, `large`/);
  });

  it('tells of an action which roles need it, for which features', () => {
    assert.match(hover('acm:DescribeCertificate').words, /Needed by:\n\n- `CspmMonitorAws`: .*CSPM/);
    assert.match(hover('ec2:CreateSnap').words, /`DefenderForCloud-AgentlessScanner`: .*Agentless/i);
    assert.match(hover('s3:NoSuchThing').words, /AWS documents no such action/);
    assert.match(hover('iam:CreateUser').words, /Microsoft publishes it for no role of Defender for Cloud\./);
    assert.match(hover('freetier:', 0, template.replace('iam:CreateUser', 'freetier:*')).words, /Microsoft's templates deny it to `CspmMonitorAws`\./);
    assert.equal(hover('sts:AssumeRoleWith').words, '', 'what a token is used for is no permission');
  });

  it('tells of audience and provider', () => {
    assert.match(hover('api://4d8b').words, /Audience: CSPM/);
    assert.match(hover('sts.windows.net/33e01921', 1).words, /Identity provider/);
  });

  it('knows roles and their ARNs in connectors of Azure', () => {
    const text = '{ "properties": { "cloudRoleArn": "arn:aws:iam::123456789012:role/CspmMonitorAws" } }';
    assert.match(hoverAt(readDocument(text, 'json'), 'arm', text.indexOf('arn:') + 3)?.markdown ?? '', /Role id: `cspmMonitor`/);
  });

  it('knows a role by the name that a parameter of its own gives it', () => {
    assert.match(hover('  Role:', 0, template.replaceAll('CspmMonitorAwsRoleName', 'NameOfRole')).words, /Needed by: Foundational CSPM/);
  });
});
