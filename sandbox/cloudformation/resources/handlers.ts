import { bucketHandler, bucketPolicyHandler } from './bucket';
import { inlinePolicyHandler } from './inline-policy';
import { instanceProfileHandler } from './instance-profile';
import { managedPolicyHandler } from './managed-policy';
import { oidcProviderHandler } from './oidc-provider';
import type { ResourceHandler } from './resource-handler';
import { roleHandler } from './role';
import { storedResource } from './stored-resource';

const handlers: Readonly<Record<string, ResourceHandler>> = {
  'AWS::IAM::Role': roleHandler,
  'AWS::IAM::ManagedPolicy': managedPolicyHandler,
  'AWS::IAM::Policy': inlinePolicyHandler,
  'AWS::IAM::OIDCProvider': oidcProviderHandler,
  'AWS::IAM::InstanceProfile': instanceProfileHandler,
  'AWS::S3::Bucket': bucketHandler,
  'AWS::S3::BucketPolicy': bucketPolicyHandler,
  'AWS::SSM::Document': storedResource({
    type: 'AWS::SSM::Document',
    calls: { create: 'ssm.CreateDocument', update: 'ssm.UpdateDocument', remove: 'ssm.DeleteDocument' },
    nameProperty: 'Name',
    mostNameChars: 128,
    made: (_context, name) => ({ physicalId: name, attributes: {} }),
  }),
  'AWS::SSM::Association': storedResource({
    type: 'AWS::SSM::Association',
    calls: { create: 'ssm.CreateAssociation', update: 'ssm.UpdateAssociation', remove: 'ssm.DeleteAssociation' },
    made: (_context, id) => ({ physicalId: id, attributes: { AssociationId: id } }),
  }),
  'AWS::SQS::Queue': storedResource({
    type: 'AWS::SQS::Queue',
    calls: { create: 'sqs.CreateQueue', update: 'sqs.SetQueueAttributes', remove: 'sqs.DeleteQueue' },
    nameProperty: 'QueueName',
    mostNameChars: 80,
    made: ({ region, account }, name) => {
      const url = `https://sqs.${region}.amazonaws.com/${account.id}/${name}`;
      return { physicalId: url, attributes: { Arn: `arn:aws:sqs:${region}:${account.id}:${name}`, QueueName: name, QueueUrl: url } };
    },
  }),
  'AWS::SQS::QueuePolicy': storedResource({
    type: 'AWS::SQS::QueuePolicy',
    hasDrift: false,
    calls: { create: 'sqs.SetQueueAttributes', update: 'sqs.SetQueueAttributes', remove: 'sqs.SetQueueAttributes' },
    made: (_context, id) => ({ physicalId: id, attributes: { Id: id } }),
  }),
  'AWS::Lambda::Function': storedResource({
    type: 'AWS::Lambda::Function',
    calls: { create: 'lambda.CreateFunction', update: 'lambda.UpdateFunctionConfiguration', remove: 'lambda.DeleteFunction' },
    nameProperty: 'FunctionName',
    made: ({ region, account }, name) => ({
      physicalId: name,
      attributes: { Arn: `arn:aws:lambda:${region}:${account.id}:function:${name}` },
    }),
  }),
  'AWS::Lambda::Permission': storedResource({
    type: 'AWS::Lambda::Permission',
    calls: { create: 'lambda.AddPermission', update: 'lambda.AddPermission', remove: 'lambda.RemovePermission' },
    made: (_context, id) => ({ physicalId: id, attributes: { Id: id } }),
  }),
  'AWS::SNS::Topic': storedResource({
    type: 'AWS::SNS::Topic',
    calls: { create: 'sns.CreateTopic', update: 'sns.SetTopicAttributes', remove: 'sns.DeleteTopic' },
    nameProperty: 'TopicName',
    mostNameChars: 256,
    made: ({ region, account }, name) => {
      const arn = `arn:aws:sns:${region}:${account.id}:${name}`;
      return { physicalId: arn, attributes: { TopicArn: arn, TopicName: name } };
    },
  }),
  'AWS::SNS::TopicPolicy': storedResource({
    type: 'AWS::SNS::TopicPolicy',
    hasDrift: false,
    calls: { create: 'sns.SetTopicAttributes', update: 'sns.SetTopicAttributes', remove: 'sns.SetTopicAttributes' },
    made: (_context, id) => ({ physicalId: id, attributes: { Id: id } }),
  }),
  'AWS::CloudFormation::WaitConditionHandle': storedResource({
    type: 'AWS::CloudFormation::WaitConditionHandle',
    hasDrift: false,
    calls: { create: 'cloudformation.CreateHandle', update: 'cloudformation.UpdateHandle', remove: 'cloudformation.DeleteHandle' },
    made: ({ world }, id) => ({ physicalId: `${world.endpoint}/wait-condition/${id}`, attributes: { Id: id } }),
  }),
};

export function handlerOf(type: string): ResourceHandler {
  const handler = handlers[type];
  if (!handler) throw new Error(`No handler for ${type}: the template was not checked.`);
  return handler;
}
