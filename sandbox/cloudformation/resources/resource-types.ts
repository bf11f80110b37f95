/** How a change of a property is made. Source: `createOnlyProperties` of the public CloudFormation resource schemas. */
export interface ResourceType {
  /** Properties that may be given. */
  readonly properties: readonly string[];
  readonly required: readonly string[];
  /** Properties whose change makes a new resource. */
  readonly createOnly: readonly string[];
  /** The property that gives the resource its name, if it has one. */
  readonly nameProperty?: string;
  /** What Fn::GetAtt may ask for. */
  readonly attributes: readonly string[];
}

const types: Readonly<Record<string, ResourceType>> = {
  'AWS::IAM::Role': {
    properties: [
      'AssumeRolePolicyDocument', 'Description', 'ManagedPolicyArns', 'MaxSessionDuration', 'Path',
      'PermissionsBoundary', 'Policies', 'RoleName', 'Tags',
    ],
    required: ['AssumeRolePolicyDocument'],
    createOnly: ['Path', 'RoleName'],
    nameProperty: 'RoleName',
    attributes: ['Arn', 'RoleId'],
  },
  'AWS::IAM::ManagedPolicy': {
    properties: ['Description', 'Groups', 'ManagedPolicyName', 'Path', 'PolicyDocument', 'Roles', 'Users'],
    required: ['PolicyDocument'],
    createOnly: ['ManagedPolicyName', 'Description', 'Path'],
    nameProperty: 'ManagedPolicyName',
    attributes: [
      'PolicyArn', 'AttachmentCount', 'CreateDate', 'DefaultVersionId', 'IsAttachable',
      'PermissionsBoundaryUsageCount', 'PolicyId', 'UpdateDate',
    ],
  },
  'AWS::IAM::Policy': {
    properties: ['Groups', 'PolicyDocument', 'PolicyName', 'Roles', 'Users'],
    required: ['PolicyDocument', 'PolicyName'],
    createOnly: [],
    attributes: ['Id'],
  },
  'AWS::IAM::OIDCProvider': {
    properties: ['ClientIdList', 'Tags', 'ThumbprintList', 'Url'],
    required: [],
    createOnly: ['Url'],
    attributes: ['Arn'],
  },
  'AWS::IAM::InstanceProfile': {
    properties: ['InstanceProfileName', 'Path', 'Roles'],
    required: ['Roles'],
    createOnly: ['InstanceProfileName', 'Path'],
    nameProperty: 'InstanceProfileName',
    attributes: ['Arn'],
  },
  'AWS::SSM::Document': {
    properties: [
      'Attachments', 'Content', 'DocumentFormat', 'DocumentType', 'Name', 'Requires', 'Tags', 'TargetType',
      'UpdateMethod', 'VersionName',
    ],
    required: ['Content'],
    createOnly: ['Name', 'DocumentType'],
    nameProperty: 'Name',
    attributes: [],
  },
  'AWS::SSM::Association': {
    properties: [
      'ApplyOnlyAtCronInterval', 'AssociationName', 'AutomationTargetParameterName', 'CalendarNames',
      'ComplianceSeverity', 'DocumentVersion', 'InstanceId', 'MaxConcurrency', 'MaxErrors', 'Name',
      'OutputLocation', 'Parameters', 'ScheduleExpression', 'ScheduleOffset', 'SyncCompliance', 'Targets',
      'WaitForSuccessTimeoutSeconds',
    ],
    required: ['Name'],
    createOnly: [],
    attributes: ['AssociationId'],
  },
  'AWS::S3::Bucket': {
    properties: [
      'AbacStatus', 'AccelerateConfiguration', 'AccessControl', 'AnalyticsConfigurations', 'BucketEncryption',
      'BucketName', 'BucketNamePrefix', 'BucketNamespace', 'CorsConfiguration',
      'IntelligentTieringConfigurations', 'InventoryConfigurations', 'LifecycleConfiguration',
      'LoggingConfiguration', 'MetadataConfiguration', 'MetadataTableConfiguration', 'MetricsConfigurations',
      'NotificationConfiguration', 'ObjectLockConfiguration', 'ObjectLockEnabled', 'OwnershipControls',
      'PublicAccessBlockConfiguration', 'ReplicationConfiguration', 'Tags', 'VersioningConfiguration',
      'WebsiteConfiguration',
    ],
    required: [],
    createOnly: ['BucketName', 'BucketNamePrefix', 'BucketNamespace'],
    nameProperty: 'BucketName',
    attributes: ['Arn', 'DomainName', 'DualStackDomainName', 'RegionalDomainName', 'WebsiteURL'],
  },
  'AWS::S3::BucketPolicy': {
    properties: ['Bucket', 'PolicyDocument'],
    required: ['Bucket', 'PolicyDocument'],
    createOnly: ['Bucket'],
    attributes: [],
  },
  'AWS::SQS::Queue': {
    properties: [
      'ContentBasedDeduplication', 'DeduplicationScope', 'DelaySeconds', 'FifoQueue', 'FifoThroughputLimit',
      'KmsDataKeyReusePeriodSeconds', 'KmsMasterKeyId', 'MaximumMessageSize', 'MessageRetentionPeriod',
      'QueueName', 'ReceiveMessageWaitTimeSeconds', 'RedriveAllowPolicy', 'RedrivePolicy', 'SqsManagedSseEnabled',
      'Tags', 'VisibilityTimeout',
    ],
    required: [],
    createOnly: ['FifoQueue', 'QueueName'],
    nameProperty: 'QueueName',
    attributes: ['Arn', 'QueueName', 'QueueUrl'],
  },
  'AWS::SQS::QueuePolicy': {
    properties: ['PolicyDocument', 'Queues'],
    required: ['PolicyDocument', 'Queues'],
    createOnly: [],
    attributes: ['Id'],
  },
  'AWS::Lambda::Function': {
    properties: [
      'Architectures', 'CapacityProviderConfig', 'Code', 'CodeSigningConfigArn', 'DeadLetterConfig',
      'Description', 'DurableConfig', 'Environment', 'EphemeralStorage', 'FileSystemConfigs', 'FunctionName',
      'FunctionScalingConfig', 'Handler', 'ImageConfig', 'KmsKeyArn', 'Layers', 'LoggingConfig', 'MemorySize',
      'PackageType', 'PublishToLatestPublished', 'RecursiveLoop', 'ReservedConcurrentExecutions', 'Role',
      'Runtime', 'RuntimeManagementConfig', 'SnapStart', 'Tags', 'TenancyConfig', 'Timeout', 'TracingConfig',
      'VpcConfig',
    ],
    required: ['Code', 'Role'],
    createOnly: ['FunctionName', 'PackageType', 'TenancyConfig'],
    nameProperty: 'FunctionName',
    attributes: ['Arn'],
  },
  'AWS::Lambda::Permission': {
    properties: [
      'Action', 'EventSourceToken', 'FunctionName', 'FunctionUrlAuthType', 'InvokedViaFunctionUrl', 'Principal',
      'PrincipalOrgID', 'SourceAccount', 'SourceArn',
    ],
    required: ['FunctionName', 'Action', 'Principal'],
    createOnly: [
      'FunctionName', 'FunctionUrlAuthType', 'InvokedViaFunctionUrl', 'SourceAccount', 'SourceArn', 'Principal',
      'PrincipalOrgID', 'Action', 'EventSourceToken',
    ],
    attributes: ['Id'],
  },
  'AWS::SNS::Topic': {
    properties: [
      'ArchivePolicy', 'ContentBasedDeduplication', 'DataProtectionPolicy', 'DeliveryStatusLogging',
      'DisplayName', 'FifoThroughputScope', 'FifoTopic', 'KmsMasterKeyId', 'SignatureVersion', 'Subscription',
      'Tags', 'TopicName', 'TracingConfig',
    ],
    required: [],
    createOnly: ['TopicName', 'FifoTopic'],
    nameProperty: 'TopicName',
    attributes: ['TopicArn', 'TopicName'],
  },
  'AWS::SNS::TopicPolicy': {
    properties: ['PolicyDocument', 'Topics'],
    required: ['PolicyDocument', 'Topics'],
    createOnly: [],
    attributes: ['Id'],
  },
  'AWS::CloudFormation::WaitConditionHandle': {
    properties: [],
    required: [],
    createOnly: [],
    attributes: ['Id'],
  },
};

export const isSupportedType = (type: string): boolean => type in types;

export function resourceType(type: string): ResourceType {
  const found = types[type];
  if (!found) throw new Error(`No resource type ${type}: the template was not checked.`);
  return found;
}
