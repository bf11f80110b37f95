import type { Document } from './corpus';

const arm = (text: string): Document => ({ fileName: 'x.json', text });
const template = (text: string): Document => ({ fileName: 'x.yaml', text });

/** What mutation has found once, made short. Each was mistreated in the way that its name says. */
export const kept: Readonly<Record<string, Document>> = {
  'a fix in half-typed JSON that added to a string': arm('{"properties"{"hierarchyIdentifier":"123456789012\n"environmentData"{"\n'),
  'a fix in half-typed JSON that took a comma along': arm(
    '{"properties"{"hierarchyIdentifier":,"environmentName""AWS""offerings"[""{"offeringType""DefenderCspmAws""vmScanners"{"enabled"true"configuration"{""cloudRoleArn""}}}{"offeringType""DefenderForServersAws"""{}"vmScanners"{"enabled"true',
  ),
  'a fix at an alias that changed the anchored value': template(
    'Resources:\n S:\n    Type: AWS::IAM::OIDCProvider\n    Properties:\n      Url: &a https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/\n      ClientIdList:\n      - api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479\n R:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: DefenderForCloud-AgentlessScanner\n      AssumeRolePolicyDocument:\n       Statement:\n          - Effect: Allow\n            Action: sts:AssumeRoleWithWebIdentity\n            Condition:\n             StringEquals:\n              sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/:aud: *a\n',
  ),
  'a key added beside one that was renamed to it': arm(
    '{"properties":{"hierarchyIdentifier":"123456789012","enironmentName":"AWS","environmentData":{"x":2},"offerings":[{"offeringType":"CspmMonitorAws"}]}}',
  ),
  'two keys that were renamed to the same': arm(
    '{"type":"Microsoft.Security/securityConnectors","properties":{"offerings":[{"Provisioning":true,"mProvisioning":true,"offeringType":"DefenderForContainersAws"}]}}',
  ),
  'a fix that wrote what stood there': template('AWSTemplateFormatVersion: !!binary "2010-09-09"\nResources:\n ASCDefendersOIDCIdentityProvider:\n  Type: AWS::IAM::OIDCProvider'),
  'a fix for a missing value that stuck to its colon': template('AWSTemplateFormatVersion:\nResources:\n ASCDefendersOIDCIdentityProvider:\n  Type: AWS::IAM::OIDCProvider'),
  'a fix for a missing value that pushed its anchor behind it': template('AWSTemplateFormatVersion: &a\nResources:\n  ASCDefendersOIDCIdentityProvider:\n   Type: AWS::IAM::OIDCProvider\n'),
  'a comment that went into the middle of a text': template('Resources:\n  ASCDefendersOIDCIdentityProvider:\n    Type: AWS::IAM::OIDCProvider\n    Properties:\n  Other:\n    Type: A\n    Text: |\n     arn:a::: 1\n'),
  'a comment behind a carriage return that is no line end': template(
    'Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: CspmMonitorAws\n      AssumeRolePolicyDocument:\n       Statement:\n          - Effect: Allow\n            Principal:\n             Federated: [!GetAtt ASCDefendersOIDCIdentityProvider.\r,E]',
  ),
  'a message on two lines': { fileName: 'x.connector.yaml', text: 'azure:\n  location: >\n    usgovvirginia\n\n' },
  'a fix inside an escaped variable': template('Resources:\n ASCDefendersOIDCIdentityProvider:\n  Type: AWS::IAM::OIDCProvider\nOutputs:\n  O:\n   Value: !Sub "${\\e}"\n'),
  'a fix before a byte order mark in the middle': template(
    'Resources:\n ASCDefendersOIDCIdentityProvider:\n    Type: AWS::IAM::OIDCProvider\n    Properties:\n     ThumbprintList:\n     - \uFEFF\n',
  ),
  'a key renamed in half-typed JSON that another word sticks to': arm(
    '{"properties"{"environmentData"{}"offerings"[{""{}"offeringType":"DefenderCspmAws""""{}"dataSensitivityDis "dataSensitivityDis',
  ),
  'a key added beside one whose value is a map': arm(
    '{"resources":[{"type":"Microsoft.Security/securityConnectors","apiVersion":{"a":1},"name":"x","location":"eastus","properties":{"hierarchyIdentifier":"123456789012","environmentName":"AWS"}}]}',
  ),
  'a key added beside one whose value is a list': arm(
    '{"resources":[{"type":"Microsoft.Security/securityConnectors","apiVersion":[],"name":"x","location":"eastus","properties":{"hierarchyIdentifier":"123456789012","environmentName":"AWS"}}]}',
  ),
  'a comment about comments that silenced nothing': template('# defender-disable-next-line template/suppression\nAWSTemplateFormatVersion: "2010-09-09" #defender-disable-file\n# MicrosoftDefenderForCloud\n'),
  'a condition that, added, was told of once for each of two identity providers': template(
    'Resources:\n  Dr:\n    Type: AWS::IAM::OIDCProvider\n    Properties:\n      ClientIdList:\n      - api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479\n  ASCDefendersOIDCIdentityProvider:\n    Type: AWS::IAM::OIDCProvider\n    Properties:\n      ClientIdList:\n      - 9\n  De:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: DefenderForCloud-DefenderForServers\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: sts:AssumeRoleWithWebIdentity',
  ),
  'a membership that, written right, says what may not stand beside it': arm(
    '{"properties":{"environmentData":{"organizationalData":{"organizationMembershipType":"Org","parentHierarchyId":"","":[]}},"offerings":[{"offeringType":"Aws","":{}}]}}',
  ),
  'a fix for a missing value that stuck to its tag': template(
    'Resources:\n ASCDefendersOIDCIdentityProvider:\n    Type: AWS::IAM::OIDCProvider\n    Properties:\n     ThumbprintList:\n     - !',
  ),
  'a condition that, added to one of two statements, is compared with what the provider lists': template(
    'Resources:\n  :\n    Type: AWS::IAM::OIDCProvider\n    Properties:\n      Url: 33e01921-4d64-4f8c-a055-5bdaffd5e33d\n      ClientIdList:\n      - c\n  e:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: DefenderForCloud-DefenderForServers\n      AssumeRolePolicyDocument:\n       Statement:\n          - Effect: Allow\n            Action: sts:AssumeRoleWithWebIdentity\n            Co: M*\n          - Effect: Allow\n            Action: sts:AssumeRoleWithWebIdentity',
  ),
  'a word of half-typed JSON that went on behind a space': arm(
    '{"properties"{"environmentName":&a "environmentData":{"environmentType":Aws"r"-\ne""D"\n"offeringType":&a"',
  ),
  'an item behind one that ends with an alias': template(
    'Resources:\n  ASCDefendersOIDCIdentityProvider:\n    Type: AWS::IAM::OIDCProvider\n    \n  CloudTrailTopic:\n    Type: &a AWS::SNS::Topic\n  DefenderQueue:\n    Type: AWS::SQS::Queue\n  Dicy:\n    Type: AWS::SQS::QueuePolicy\n    Properties:\n      Queues: [!Ref DefenderQueue]\n      PolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: *a\n  :\n    Type: AWS::SNS::Subscription\n    Properties:\n      TopicArn: !Ref CloudTrailTopic\n      Protocol: sqs\n      Endpoint: !GetAtt DefenderQueue',
  ),
  'a list that, emptied, stood in the column of its key': { fileName: 'x.connector.yaml', text: 'account:\n id: "123456789012"\n excluded:\n - 123456789012' },
  'an action behind an alias': template(
    'Resources:\n  ASCDefendersOIDCIdentityProvider:\n  ScannerRole:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: DefenderForCloud-AgentlessScanner\n  icy:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      Roles:\n        - !Ref ScannerRole\n      PolicyDocument:\n        Statement:\n          - &a Effect: Allow\n            Action:\n              - ec2:DeleteSnapshot\n              - ec2:ModifySnapshotAttribute\n              - ec2:DeleteTags\n              - ec2:CreateTags\n              - ec2:CreateSnapshots\n              - ec2:CopySnapshot\n              - ec2:CreateSnapshot\n              - ec2:DescribeSnapshots\n              - ec2:DescribeInstanceStatus\n              - kms:CreateKey\n              - kms:ListKeys\n          - Effect: Allow\n            Action:\n              - kms:TagResource\n              - kms:GetKeyRotationStatus\n              - kms:PutKeyPolicy\n              - kms:GetKeyPolicy\n              - kms:CreateAlias\n              - kms:ListResourceTags\n              - kms:GenerateDataKeyWithoutPlaintext\n              - kms:DescribeKey\n              - kms:RetireGrant\n              - kms:CreateGrant\n              - *a\n',
  ),
  'a text above that only looks like a comment': template(': d#defender-disable-next-line e\nr:\nResources:\n ASCDefendersOIDCIdentityProvider:\n  Type: AWS::IAM::OIDCProvider'),
  'a text in quotes above that only looks like a comment': template('a: "d #defender-disable-next-line e"\nr:\nResources:\n ASCDefendersOIDCIdentityProvider:\n  Type: AWS::IAM::OIDCProvider'),
  'a comment in a file that has nothing but a byte order mark': { fileName: 'x.connector.yaml', text: '\uFEFF' },
  'an attribute that is missing behind its dash and a space': template(
    'Resources:\n  ASCDefendersOIDCIdentityProvider:\n   Type: AWS::IAM::OIDCProvider\n  CspmMonitorRole:\n   Type: AWS::IAM::Role\n  :\n      Fn::GetAtt:\n      - CspmMonitorRole\n      - ',
  ),
  'an attribute that is missing behind its dash': template(
    'Resources:\n  ASCDefendersOIDCIdentityProvider:\n   Type: AWS::IAM::OIDCProvider\n  \n  CiemDiscoveryRole:\n   Type: AWS::IAM::Role\n  :\n      Fn::GetAtt:\n      - CiemDiscoveryRole\n      -',
  ),
  'a fix that left the tag of what it replaced': template(
    'Resources:\n  ASCDefendersOIDCIdentityProvider: { Type: AWS::IAM::OIDCProvider }\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: CspmMonitorAws\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: sts:AssumeRoleWithWebIdentity\n            Principal: !!set "*"\n',
  ),
  'metadata added beside a section that was meant to be it': {
    fileName: 'x.json',
    text: '{"AWSTemplateFormatVersion":"2010-09-09","xMetadata":{},"Resources":{"ASCDefendersOIDCIdentityProvider":{"Type":"AWS::IAM::OIDCProvider"}}}',
  },
  'two keys of half-typed JSON that lacked the same': arm('{"properties"{"hierarchyIdentifier":"123456789012""environmentData"{"environmentData"'),
  'an item that is a space of no meaning to YAML': template(
    'Resources:\n ASCDefendersOIDCIdentityProvider:\n    Type: AWS::IAM::OIDCProvider\n    Properties:\n     ThumbprintList:\n     - \u00A0',
  ),
  'a bucket without a name': template(
    'Resources:\n  ASCDefendersOIDCIdentityProvider:\n   Type: AWS::IAM::OIDCProvider\n  :\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: !Ref \n      PolicyDocument:\n       Statement:\n       - Effect:',
  ),
  'an empty list in the column of its key': template(
    'Metadata:\n DefenderConnectors:\n  Tenant: 11111111-2222-4333-8444-555555555555\nResources:\n :\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: CspmMonitorAws\n      AssumeRolePolicyDocument:\n        Statement:\n        -',
  ),
  'a statement that had but its effect': template(
    'Metadata:\n DefenderConnectors:\n  Tenant: 11111111-2222-4333-8444-555555555555\nResources:\n :\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: DefenderForCloud-AgentlessScanner\n      AssumeRolePolicyDocument:\n       Statement:\n        Effect: Allow',
  ),
  'a statement that had but its action': template(
    'Metadata:\n DefenderConnectors:\n  Tenant: 11111111-2222-4333-8444-555555555555\nResources:\n :\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: CspmMonitorAws\n      AssumeRolePolicyDocument:\n       Statement:\n        Action: sts:AssumeRoleWithWebIdentity',
  ),
  'an effect that hid what else is wrong': template(
    'Resources:\n ASCDefendersOIDCIdentityProvider:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: CspmMonitorAws\n      AssumeRolePolicyDocument:\n       Statement:\n          - Effect: w\n            Action: sts:AssumeRoleWithWebIdentity',
  ),
  'a trust policy of misspelt keys': template(
    'Resources:\n :\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: CspmMonitorAws\n      aolepolicydocument:\n       atement:\n          - ffect: w\n            l: 33e01921-4d64-4f8c-a055-5bdaffd5e33d\n            ction: sts:AssumeRoleWithWebIdentity',
  ),
  'a principal that is missing at the end of its statement': template(
    'Metadata:\n DefenderConnectors:\n  Tenant: 11111111-2222-4333-8444-555555555555\nResources:\n :\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: CspmMonitorAws\n      AssumeRolePolicyDocument:\n       Statement:\n        Principal:',
  ),
  'an ARN in the place of a name that was no thumbprint either': template(
    'Resources:\n  :\n    Type: AWS::IAM::OIDCProvider\n    Properties:\n      ClientIdList:\n      - api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479\n      ThumbprintList:\n      - !GetAtt ASCDefendersOIDCIdentityProvider.\n  d: !GetAtt ASCDefendersOIDCIdentityProvider',
  ),
  'a variable of an ARN that was just begun': template(
    'Resources:\n ASCDefendersOIDCIdentityProvider:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName:\n       Ref: AgentlessScannerRoleName\n      AssumeRolePolicyDocument:\n       Statement:\n        Principal:\n         Federated: arn:${',
  ),
  'a name with braces for a name in brackets': template(
    'Mappings:\n TopicName{}s:\nResources:\n ASCDefendersOIDCIdentityProvider:\n  Type: AWS::IAM::OIDCProvider\n : !FindInMap [TopicName]',
  ),
  'a key of an alias to what stands further up': template(
    'Resources:\n  ASCDefendersOIDCIdentityProvider:\n   Type: AWS::IAM::OIDCProvider\n  CloudTrailTopic:\n   Type: AWS::SNS::Topic\n  s:\n      :\n       {n:{},e:{t:[e,&a ""]},:{:{:{}}}}\n  :\n    Type: AWS::SNS::Subscription\n    Properties:\n      TopicArn: !Ref CloudTrailTopic\n      Protocol: sqs\n      Endpoint: *a',
  ),
  'an anchor where a key would be': template(
    'Resources:\n ASCDefendersOIDCIdentityProvider:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: MDCContainersAgentlessDiscoveryK8sRole\n      AssumeRolePolicyDocument:\n       Statement:\n        &a : A',
  ),
  'a name with a quote in JSON': {
    fileName: 'x.json',
    text: '{"AWSTemplateFormatVersion":"2010-09-09","Conditions":{"IsSingle":{"Fn::Equals":["a","b"]}},"Resources":{"ASCDefendersOIDCIdentityProvider":{"Type":"AWS::IAM::OIDCProvider","Condition":"\\"IsSingle"}}}',
  },
};
