import assert from 'node:assert/strict';
import { catalog } from '../../../../../src/core/catalog/catalog';
import { readDocument } from '../../../../../src/core/document/read-document';
import { templateCompletionsAt } from '../../../../../src/core/language/template/template-completion';
import { applyEdits } from '../../../../../src/core/lint/apply-fixes';

const head = `AWSTemplateFormatVersion: "2010-09-09"
Metadata:
  DefenderConnectors: { Tenant: 11111111-2222-4333-8444-555555555555 }
Parameters:
  CspmMonitorAwsRoleName: { Type: String, Default: CspmMonitorAws }
  Stage: { Type: String }
Mappings:
  Sizes: { small: { value: 1 } }
Conditions:
  IsLive: !Equals [!Ref Stage, live]
Resources:
  Provider:
    Type: AWS::IAM::OIDCProvider
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Ref CspmMonitorAwsRoleName
`;

/** `|` in the text is the cursor. */
const complete = (marked: string, format: 'yaml' | 'json' = 'yaml') => templateCompletionsAt(readDocument(marked.replace('|', ''), format), marked.indexOf('|'));
const labels = (marked: string, format: 'yaml' | 'json' = 'yaml') => complete(marked, format).map(({ label }) => label);
const inRole = (line: string) => `${head}${line}`;

/** The text after an offer is taken. */
function taken(marked: string, label: string, format: 'yaml' | 'json' = 'yaml'): string {
  const offer = complete(marked, format).find((candidate) => candidate.label === label);
  assert.ok(offer, `${label} in ${labels(marked, format).join(', ')}`);
  return applyEdits(marked.replace('|', ''), [{ span: offer.span, newText: offer.plainText }]);
}

const values = ['CspmMonitorAwsRoleName', 'Stage', 'Provider', 'Role'];
const pseudo = ['AWS::AccountId', 'AWS::NoValue', 'AWS::NotificationARNs', 'AWS::Partition', 'AWS::Region', 'AWS::StackId', 'AWS::StackName', 'AWS::URLSuffix'];

describe('completion in a template', () => {
  it('offers what Ref can name, in each of its forms', () => {
    for (const line of ['      Path: !Ref |', '      Path: !Ref Sta|', '      Path: !Ref "|"', '      Path: { Ref: | }', '      Path:\n        Ref: |', '      Path: !Join ["", [a, !Ref |]]', '      Path: [!Ref St|, b]']) {
      assert.deepEqual(labels(inRole(line)), [...values, ...pseudo], line);
    }
    assert.deepEqual(labels(head.replace('!Ref Stage', '!Ref |')), ['CspmMonitorAwsRoleName', 'Stage', ...pseudo], 'conditions cannot name resources');
  });

  it('replaces the half-typed name and no more', () => {
    assert.equal(taken(inRole('      Path: !Ref "Sta|ge"\n'), 'Role'), inRole('      Path: !Ref "Role"\n'));
    assert.equal(taken(inRole('      Path: !Sub "a ${St|} b"\n'), 'Stage'), inRole('      Path: !Sub "a ${Stage} b"\n'));
    assert.equal(taken(inRole('      Path: !GetAtt Role.|\n'), 'Arn'), inRole('      Path: !GetAtt Role.Arn\n'));
    assert.equal(taken('{ "Resources": { "Role": { "Type": "AWS::IAM::Role", "DependsOn": "|" }, "B": {} } }', 'B', 'json'), '{ "Resources": { "Role": { "Type": "AWS::IAM::Role", "DependsOn": "B" }, "B": {} } }');
  });

  it('offers resources for GetAtt, and their attributes behind the dot and in the list', () => {
    assert.deepEqual(labels(inRole('      Path: !GetAtt |')), ['Provider', 'Role']);
    assert.deepEqual(labels(inRole('      Path: !GetAtt [|]')), ['Provider', 'Role']);
    for (const line of ['!GetAtt Role.|', '!GetAtt [Role, |]', '{ Fn::GetAtt: [Role, A|] }', '\n        Fn::GetAtt:\n          - Role\n          - |', '{ "Fn::GetAtt": "Role.|" }']) {
      assert.deepEqual(labels(inRole(`      Path: ${line}`)), ['Arn', 'RoleId'], line);
    }
    assert.deepEqual(labels(inRole('      Path: !GetAtt Nobody.|')), []);
  });

  it('offers variables inside the text of a substitution only', () => {
    assert.deepEqual(labels(inRole('      Path: !Sub "${|}"')), [...values, ...pseudo]);
    assert.deepEqual(labels(inRole('      Path: !Sub arn:${AWS::Pa|')), [...values, ...pseudo]);
    const block = inRole('      Path: !Sub >-\n        a ${Role.|}\n        b\n');
    assert.deepEqual(labels(block), ['Arn', 'RoleId'], 'on a later line of a block');
    assert.deepEqual(labels(inRole('      Path: !Sub "${Role.|}"')), ['Arn', 'RoleId']);
    assert.deepEqual(labels(inRole('      Description: "${|}"')), []);
    assert.deepEqual(labels('{ "Resources": { "A": { "Type": "X", "Properties": { "P": { "Fn::Sub": "${|}" } } } } }', 'json'), ['A', ...pseudo]);
  });

  it('offers resources for DependsOn but not its own, and conditions where one is named', () => {
    assert.deepEqual(labels(inRole('    DependsOn: |')), ['Provider']);
    assert.deepEqual(labels(inRole('    DependsOn: [|]')), ['Provider']);
    assert.deepEqual(labels(inRole('    DependsOn:\n      - |')), ['Provider']);
    for (const line of ['    Condition: |', '      Path: !If [|, a, b]', '      Path:\n        Fn::If:\n          - |', '      Path: { "Fn::If": [I|] }']) {
      assert.deepEqual(labels(inRole(line)), ['IsLive'], line);
    }
    assert.deepEqual(labels(head.replace('Resources:', '  Both: !And [!Condition |]\nResources:')), ['IsLive', 'Both']);
    assert.deepEqual(labels(inRole('      Path: !FindInMap [|, a, b]')), ['Sizes']);
    assert.deepEqual(labels(inRole('      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Condition: |')), [], 'a policy has conditions of another kind');
  });

  it('offers keys: of the template, a resource, and its properties, those that are required first', () => {
    assert.ok(labels('AWSTemplateFormatVersion: "2010-09-09"\n|').includes('Resources'));
    assert.ok(!labels('AWSTemplateFormatVersion: "2010-09-09"\n|').includes('AWSTemplateFormatVersion'));
    assert.deepEqual(labels(inRole('    |')).slice(0, 3), ['DependsOn', 'Condition', 'DeletionPolicy']);
    const properties = complete(inRole('      |'));
    assert.deepEqual([properties[0]?.label, properties[0]?.detail], ['AssumeRolePolicyDocument', 'required']);
    assert.ok(properties.every(({ label }) => label !== 'RoleName'));
    assert.deepEqual(labels(inRole('      Policies:\n        - |')), ['PolicyDocument', 'PolicyName']);
    assert.deepEqual(labels(inRole('      Policies:\n        - PolicyName: a\n          |')), ['PolicyDocument']);
    assert.deepEqual(labels('{ "Resources": { "A": { "Type": "AWS::IAM::OIDCProvider", "Properties": { "|" } } } }', 'json'), ['Url', 'ClientIdList', 'Tags', 'ThumbprintList'].toSorted((a, b) => Number(b === 'Url') - Number(a === 'Url')));
  });

  it('offers types, role names, provider, audiences and session names', () => {
    assert.ok(labels('Resources:\n  A:\n    Type: AWS::IAM::|').includes('AWS::IAM::OIDCProvider'));
    assert.ok(labels(inRole('').replace('!Ref CspmMonitorAwsRoleName', '|')).includes('DefenderForCloud-DefenderForServers'));
    const provider = (line: string) => head.replace('OIDCProvider\n', `OIDCProvider\n    Properties:\n${line}\n`);
    assert.deepEqual(labels(provider('      Url: |')), ['https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/']);
    assert.deepEqual(labels(provider('      ClientIdList:\n        - |')).length, catalog.audiences.length);
    const trust = (line: string) => inRole(`      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Condition:\n              StringLike:\n${line}`);
    assert.equal(labels(trust('                sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/:aud: |'))[0], 'api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479', "the role's own audience first");
    assert.deepEqual(labels(trust('                sts:RoleSessionName: |')), ['MicrosoftDefenderForClouds_11111111-2222-4333-8444-555555555555']);
    assert.deepEqual(labels(trust('                |')).slice(0, 2), ['sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/:aud', 'sts:RoleSessionName']);
    assert.deepEqual(labels(head.replace('Default: CspmMonitorAws ', 'Default: | ')), ['CspmMonitorAws']);
    assert.ok(labels(head.replace('Tenant: 11111111-2222-4333-8444-555555555555', 'Disable: [|]')).includes('template/role-audience'));
  });

  it('takes a quoted value with its quotes in YAML', () => {
    assert.equal(taken(inRole('').replace('!Ref CspmMonitorAwsRoleName', '"Csp|m"'), 'CspmMonitorAws'), inRole('').replace('!Ref CspmMonitorAwsRoleName', '"CspmMonitorAws"'));
  });

  it('says nothing in comments and texts', () => {
    assert.deepEqual(labels(inRole('      # !Ref |')), []);
    assert.deepEqual(labels(inRole('      Description: "a !Re|"')), []);
  });

  it('offers the elements of a policy, each where it belongs', () => {
    const trust = (rest: string) => inRole(`      AssumeRolePolicyDocument:\n${rest}`);
    assert.deepEqual(labels(trust('        |')), ['Version', 'Statement']);
    assert.deepEqual(labels(trust('        Version: |')), ['2012-10-17']);
    assert.deepEqual(labels(trust('        Statement:\n          - |')), ['Sid', 'Effect', 'Principal', 'Action', 'Condition']);
    assert.deepEqual(labels(trust('        Statement:\n          Effect: Allow\n          |')), ['Sid', 'Principal', 'Action', 'Condition']);
    assert.deepEqual(labels(trust('        Statement:\n          - Effect: |')), ['Allow', 'Deny']);
    assert.deepEqual(labels(trust('        Statement:\n          - Principal: { | }')), ['AWS', 'Federated', 'Service']);
    assert.ok(labels(trust('        Statement:\n          - Action: |')).includes('sts:AssumeRoleWithWebIdentity'));
    assert.ok(labels(trust('        Statement:\n          - Condition:\n              |')).includes('StringEquals'));
    const policy = inRole('      Policies:\n        - PolicyName: p\n          PolicyDocument: { Statement: [{ Effect: Allow, | }] }');
    assert.deepEqual(labels(policy), ['Sid', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']);
    assert.ok(labels(policy.replace('|', 'Action: [s3:GetObject, |]')).includes('eks:DescribeCluster'));
    const json = '{ "Resources": { "B": { "Type": "AWS::S3::BucketPolicy", "Properties": { "PolicyDocument": { "Statement": [{ "Principal": { | } }] } } } } }';
    assert.deepEqual(labels(json, 'json'), ['AWS', 'Federated', 'Service', 'CanonicalUser']);
    assert.equal(taken(json.replace('"Principal": { | }', '"Effect": "|"'), 'Deny', 'json'), json.replace('"Principal": { | }', '"Effect": "Deny"'));
  });
});
