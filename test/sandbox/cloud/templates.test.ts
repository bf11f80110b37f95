import assert from 'node:assert/strict';
import { GetTemplateCommand, GetTemplateSummaryCommand, ValidateTemplateCommand } from '@aws-sdk/client-cloudformation';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';
import { onboarding } from './templates';

describe('sandbox templates', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.stop());

  let count = 0;
  /** Deploys and gives the outputs. */
  const outputsOf = async (body: string, Parameters: Record<string, string> = {}) => {
    const StackName = `stack-${++count}`;
    const { create, describe } = driveStacks(sandbox);
    await create(body, {
      StackName, Parameters: Object.entries(Parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    });
    sandbox.clock.runAll();
    const { Outputs = [], StackStatus } = (await describe(StackName)) ?? {};
    assert.equal(StackStatus, 'CREATE_COMPLETE');
    return Object.fromEntries(Outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  };

  it('resolves the functions in their short forms', async () => {
    const outputs = await outputsOf(`
Parameters:
  Size: {Type: String, Default: large}
  Zones: {Type: CommaDelimitedList, Default: "x, y ,z"}
Mappings:
  Sizes: {large: {count: 3}, small: {count: 1}}
Conditions:
  IsLarge: !Equals [!Ref Size, large]
  IsSmall: !Not [!Condition IsLarge]
  Both: !And [!Condition IsLarge, !Condition IsSmall]
  Either: !Or [!Condition IsLarge, !Condition IsSmall]
Resources:
  Handle: {Type: 'AWS::CloudFormation::WaitConditionHandle'}
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Join ['-', [q, !Ref 'AWS::Region']]
      DelaySeconds: !If [IsSmall, 5, !Ref 'AWS::NoValue']
  Only: {Type: 'AWS::SNS::Topic', Condition: IsSmall}
Outputs:
  Sub: {Value: !Sub '\${AWS::Partition}/\${AWS::AccountId}/\${Queue.Arn}/\${!Literal}'}
  SubWith: {Value: !Sub ['\${A}-\${Size}', {A: !Select [1, !Ref Zones]}]}
  Split: {Value: !Select [2, !Split [':', 'a:b:c']]}
  Map: {Value: !FindInMap [Sizes, !Ref Size, count]}
  If: {Value: !If [Both, both, !If [Either, either, none]]}
  GetAtt: {Value: !GetAtt Queue.QueueName}
  Stack: {Value: !Sub '\${AWS::StackName} \${AWS::URLSuffix}'}
  Hidden: {Condition: IsSmall, Value: x}
  Shown: {Condition: IsLarge, Value: !Join [',', !Ref Zones]}
`);
    assert.deepEqual(outputs, {
      Sub: 'aws/123456789012/arn:aws:sqs:us-east-1:123456789012:q-us-east-1/${Literal}',
      SubWith: 'y-large', Split: 'c', Map: '3', If: 'either', GetAtt: 'q-us-east-1', Stack: 'stack-1 amazonaws.com', Shown: 'x,y,z',
    });
    const queue = sandbox.state.account('123456789012').others.find(({ type }) => type === 'AWS::SQS::Queue');
    assert.deepEqual(queue?.properties, { QueueName: 'q-us-east-1' });
  });

  const wrongTemplates: readonly [string, string, string | RegExp][] = [
    // Texts: CloudFormation's template format errors as public issue threads quote them; where none was found, general knowledge.
    ['no resources', 'Parameters: {}', 'Template format error: At least one Resources member must be defined.'],
    ['broken YAML', 'Resources: [', /^Template format error: YAML not well-formed\. \(line \d+, column \d+\)$/],
    ['an unknown type', 'Resources: {A: {Type: "AWS::Nope::Thing"}, B: {Type: "AWS::IAM::Rol"}}', 'Template format error: Unrecognized resource types: [AWS::Nope::Thing, AWS::IAM::Rol]'],
    ['a reference to nothing', 'Resources: {A: {Type: "AWS::SQS::Queue", Properties: {QueueName: !Ref Gone}}}', 'Template format error: Unresolved resource dependencies [Gone] in the Resources block of the template'],
    ['a dependency on nothing', 'Resources: {A: {Type: "AWS::SQS::Queue", DependsOn: Gone}}', 'Template format error: Unresolved resource dependencies [Gone] in the Resources block of the template'],
    ['an output of nothing', 'Resources: {A: {Type: "AWS::SQS::Queue"}}\nOutputs: {O: {Value: !GetAtt Gone.Arn}}', /Unresolved resource dependencies \[Gone\] in the Outputs block/],
    ['resources that wait for each other', 'Resources: {A: {Type: "AWS::SQS::Queue", DependsOn: B}, B: {Type: "AWS::SQS::Queue", DependsOn: A}}', 'Circular dependency between resources: [A, B]'],
    ['a condition that is not there', 'Resources: {A: {Type: "AWS::SQS::Queue", Condition: None}}', /Condition None is not defined/],
    ['too many parameters', JSON.stringify({ Parameters: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`P${i}`, { Type: 'String' }])), Resources: { A: { Type: 'AWS::SQS::Queue' } } }), /Number of parameters, 201, is greater than maximum allowed, 200/],
  ];
  for (const [what, body, message] of wrongTemplates) {
    it(`refuses ${what}`, async () => {
      const { client, create } = driveStacks(sandbox);
      await assert.rejects(create(body, { StackName: 'wrong' }), refusal('ValidationError', message, 400));
      await assert.rejects(client.send(new ValidateTemplateCommand({ TemplateBody: body })), refusal('ValidationError', message));
    });
  }

  it('refuses an attribute that the type does not have, and a map without the key', async () => {
    const { create } = driveStacks(sandbox);
    await assert.rejects(
      create('Resources: {A: {Type: "AWS::SQS::Queue"}}\nOutputs: {O: {Value: !GetAtt A.Nope}}'),
      refusal('ValidationError', 'Template error: resource A does not support attribute type Nope in Fn::GetAtt'),
    );
    await assert.rejects(
      create('Mappings: {M: {a: {b: c}}}\nResources: {A: {Type: "AWS::SQS::Queue", Properties: {QueueName: !FindInMap [M, x, b]}}}'),
      refusal('ValidationError', 'Template error: Unable to get mapping for M::x::b'),
    );
  });

  it('summarizes a template: parameters, capabilities, types, metadata as JSON', async () => {
    const { client } = driveStacks(sandbox);
    const body = `Metadata: {Generator: {Version: 1.2.3}}\n${onboarding.replace("AWSTemplateFormatVersion: '2010-09-09'", '')}`;
    const summary = await client.send(new GetTemplateSummaryCommand({ TemplateBody: body }));
    assert.deepEqual(summary.Parameters?.map(({ ParameterKey, ParameterType, DefaultValue, NoEcho }) => [ParameterKey, ParameterType, DefaultValue, NoEcho]), [
      ['RoleName', 'String', 'CspmMonitorAws', false], ['Secret', 'String', 'hidden', true],
    ]);
    assert.deepEqual(summary.Capabilities, ['CAPABILITY_NAMED_IAM']);
    assert.match(summary.CapabilitiesReason ?? '', /AWS::IAM::Role/);
    assert.deepEqual(summary.ResourceTypes, ['AWS::IAM::OIDCProvider', 'AWS::IAM::Role', 'AWS::IAM::ManagedPolicy']);
    assert.deepEqual(JSON.parse(summary.Metadata ?? ''), { Generator: { Version: '1.2.3' } });
    const validated = await client.send(new ValidateTemplateCommand({ TemplateBody: body }));
    assert.deepEqual(validated.Capabilities, ['CAPABILITY_NAMED_IAM']);
    assert.equal(validated.Description, 'Onboarding in small');
  });

  it('gives a template back byte for byte', async () => {
    const { client, create } = driveStacks(sandbox);
    const body = `# a comment\r\n${onboarding}\n# ünïcode <&> "quoted" ]]>\n`;
    await create(body, { StackName: 'bytes' });
    const { TemplateBody, StagesAvailable } = await client.send(new GetTemplateCommand({ StackName: 'bytes' }));
    assert.equal(TemplateBody, body);
    assert.deepEqual(StagesAvailable, ['Original', 'Processed']);
  });
});
