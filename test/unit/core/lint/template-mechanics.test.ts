import assert from 'node:assert/strict';
import { resourceType, resourceTypeNames, type PropertyShape } from '../../../../src/core/catalog/resource-types';
import { readDocument } from '../../../../src/core/document/read-document';
import { applyFixes } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';
import { capabilitiesOf } from '../../../../src/core/lint/view/capabilities-of';
import { templateView } from '../../../../src/core/lint/view/template-view';

const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const provider = `  ASCDefendersOIDCIdentityProvider:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: https://${issuer}
      ClientIdList: [api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479]
`;
const template = (resources: string, before = '', after = '') => `${before}Resources:\n${provider}${resources}${after}`;
const said = (text: string, fileName = 'x.yaml') => lint(text, fileName).map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`);
const topic = (properties: string) => template(`  Topic:\n    Type: AWS::SNS::Topic\n    Properties: { ${properties} }\n`);

/** What the fixtures, one file for each rule, leave out. */
describe('the mechanics of a template', () => {
  describe('say nothing of what cannot be known', () => {
    for (const [what, text] of [
      ['names that a macro brings', template('  Topic: { Type: AWS::SNS::Topic, Count: 2, Properties: { Topic: !Ref Other } }\n', 'Transform: Count\n')],
      ['names that an include brings', template('  Topic:\n    Type: AWS::SNS::Topic\n    Properties: { TopicName: !Ref Other, "Fn::Transform": { Name: AWS::Include } }\n')],
      ['variables of a text itself', topic('TopicName: !Sub ["${Name}-${AWS::Region}-${!Kept}", { Name: x }]')],
      ['a call in place of any value', topic('FifoTopic: !If [A, true, !Ref AWS::NoValue], Subscription: !Split [",", "a"]').replace('Resources:', 'Conditions: { A: !Equals [1, 1] }\nResources:')],
      ['numbers and truth as text', template('  Queue: { Type: AWS::SQS::Queue, Properties: { FifoQueue: "true", DelaySeconds: "5" } }\n')],
      ['types of other services', template('  Any: { Type: AWS::Quantum::Thing, Properties: { A: [1] } }\n  Own: { Type: Custom::Thing, Version: "1.0" }\n')],
      ['what a nested stack puts out', template('  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://x.s3.amazonaws.com/y } }\n', '', 'Outputs: { A: { Value: !GetAtt Nested.Outputs.Anything } }\n')],
      ['a Condition that is part of a policy', template('  Data:\n    Type: AWS::IAM::ManagedPolicy\n    Properties: { PolicyDocument: { Statement: { Effect: Allow, Action: s3:GetObject, Resource: "*", Condition: { Bool: { aws:SecureTransport: "true" } } } } }\n')],
      ['patterns that are beyond it', template('', 'Parameters: { Name: { Type: String, Default: c, AllowedPattern: "(a|b)" } }\nConditions: { A: !Equals [!Ref Name, a] }\n')],
      ['subscriptions that are none of CloudTrail', template('  Topic: { Type: AWS::SNS::Topic }\n  Queue: { Type: AWS::SQS::Queue }\n  Sub: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Queue.Arn } }\n')],
      ['roles without names in two regions', template('  Members:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      StackSetName: x\n      PermissionModel: SELF_MANAGED\n      Capabilities: [CAPABILITY_IAM]\n      StackInstancesGroup: [{ DeploymentTargets: { Accounts: ["123456789012"] }, Regions: [us-east-1, eu-west-1] }]\n      TemplateBody: \'{"Resources":{"R":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{}}}}}\'\n')],
    ] as const) {
      it(what, () => assert.deepEqual(said(text), []));
    }
  });

  describe('see', () => {
    for (const [what, text, expected] of [
      ['a reference in a condition, an output and a rule', template('', 'Conditions: { A: !And [{ Condition: B }, !Equals [!Ref C, d]] }\n', 'Outputs: { O: { Condition: E, Value: !Sub "${F}" } }\nRules: { R: { Assertions: [{ Assert: !Equals [!Ref G, h] }] } }\n'), ['template/undefined-reference C', 'template/undefined-condition B', 'template/undefined-condition E', 'template/undefined-reference F', 'template/undefined-reference G']],
      ['a variable that is no name', topic('TopicName: !Sub "${a b}"'), ['template/undefined-reference a b']],
      ['a resource that waits for itself', topic('TopicName: !GetAtt Topic.TopicName'), ['template/circular-dependency Topic']],
      ['a list of DependsOn', template('  Topic: { Type: AWS::SNS::Topic, DependsOn: [ASCDefendersOIDCIdentityProvider, Gone] }\n'), ['template/undefined-reference Gone']],
      ['a list for one value, and one for a list, below a condition', topic('TopicName: !If [A, [x], y], Subscription: !If [A, z, []]').replace('Resources:', 'Conditions: { A: !Equals [1, 1] }\nResources:'), ['template/property-type [x]', 'template/property-type z']],
      ['a required property that is misspelt, once', template('  Sub: { Type: AWS::SNS::Subscription, Properties: { TopicArn: x, Protocoll: email } }\n'), ['template/property-name Protocoll']],
      ['a resource without properties', template('  Role: { Type: AWS::IAM::InstanceProfile }\n'), ['template/required-property Role']],
      ['properties that are no map', template('  Topic: { Type: AWS::SNS::Topic, Properties: [] }\n'), ['template/property-type []']],
      ['a type of another service that is nearly one of ours', template('  Topic: { Type: AWS:SNS:Topic }\n'), ['template/resource-type AWS:SNS:Topic']],
      ['a type that IAM does not have', template('  Role: { Type: AWS::IAM::Certificate }\n'), ['template/resource-type AWS::IAM::Certificate']],
      ['a property that stands too high', template('  Topic: { Type: AWS::SNS::Topic, TopicName: x }\n'), ['template/resource-attribute TopicName']],
      ['numbers beyond their limits', template('', 'Parameters: { A: { Type: Number, Default: 12, MaxValue: 10 }, B: { Type: Number, Default: 1, MinValue: 2 }, C: { Type: Number, Default: many }, D: { Type: String, Default: abc, MaxLength: 2 }, E: { Type: String, Default: a, MinLength: 2 } }\nConditions: { X: !Equals [!Join ["", [!Ref A, !Ref B, !Ref C, !Ref D, !Ref E]], ""] }\n'), ['template/parameter-default 12', 'template/parameter-default 1', 'template/parameter-default many', 'template/parameter-default abc', 'template/parameter-default a']],
      ['more parameters than CloudFormation takes', template('', `Parameters:\n${Array.from({ length: 201 }, (_, n) => `  P${n}: { Type: String }\n`).join('')}Rules: { R: {} }\n`), ['template/limits Parameters']],
      ['a queue that no policy opens', template('  CloudTrailTopic: { Type: AWS::SNS::Topic }\n  Queue: { Type: AWS::SQS::Queue }\n  Sub: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref CloudTrailTopic, Protocol: sqs, RawMessageDelivery: true, Endpoint: !GetAtt Queue.Arn } }\n'), ['template/queue-policy !GetAtt Queue.Arn']],
    ] as const) {
      it(what, () => assert.deepEqual(said(text).toSorted(), [...expected].sort()));
    }
  });

  for (const [form, call, fixed] of [
    ['a short tag', '!GetAtt ASCDefendersOIDCIdentityProvider.Arn', '!Sub "ARN"'],
    ['braces', '{ Ref: ASCDefendersOIDCIdentityProvider }', '{ "Fn::Sub": "ARN" }'],
    ['lines', '\n        Fn::GetAtt:\n          - ASCDefendersOIDCIdentityProvider\n          - Arn', '\n        Fn::Sub: "ARN"'],
    ['a variable', '!Sub "x ${ASCDefendersOIDCIdentityProvider.Arn}"', '!Sub "x ARN"'],
  ] as const) {
    it(`names the identity provider by its ARN where it was taken out, written with ${form}`, () => {
      const arn = `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${issuer}`;
      const text = template(`  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: ${call}\n`).replace('  ASCDef', '  Def').replace(': \n', ':\n');
      assert.equal(applyFixes(text, lint(text, 'x.yaml')), text.replace(call, fixed.replace('ARN', arn)));
    });
  }

  it('tells what a template needs to be acknowledged', () => {
    const needed = (text: string) => {
      const view = templateView(readDocument(text, 'yaml'), {});
      return view && capabilitiesOf(view);
    };
    const role = (name: string) => template(`  Role: { Type: AWS::IAM::Role, Properties: { ${name} AssumeRolePolicyDocument: {} } }\n`);
    assert.deepEqual(needed(template('')), []);
    assert.deepEqual(needed(role('')), ['CAPABILITY_IAM']);
    assert.deepEqual(needed(role('RoleName: x,')), ['CAPABILITY_NAMED_IAM']);
    assert.deepEqual(needed(template('', 'Transform: AWS::LanguageExtensions\n')), ['CAPABILITY_AUTO_EXPAND']);
  });
});

describe('the described resource types', () => {
  for (const name of resourceTypeNames) {
    it(`${name} has properties of known shapes, and requires only such`, () => {
      const type = resourceType(name);
      assert.ok(type);
      assert.ok(type.attributes.every((attribute) => /^[A-Za-z0-9.]+$/.test(attribute)));
      checkShape({ properties: type.properties, required: type.required });
    });
  }
});

function checkShape(shape: PropertyShape): void {
  if (typeof shape === 'string') assert.ok(['text', 'boolean', 'integer', 'number', 'json', 'map', 'any'].includes(shape), shape);
  else if ('values' in shape) assert.ok(shape.values.length > 0);
  else if ('list' in shape) checkShape(shape.list);
  else {
    for (const name of shape.required ?? []) assert.ok(Object.hasOwn(shape.properties, name), name);
    for (const inner of Object.values(shape.properties)) checkShape(inner);
  }
}
