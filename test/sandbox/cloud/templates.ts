/** A small onboarding: a provider, a role that trusts it, a policy on that role. */
export const onboarding = `
AWSTemplateFormatVersion: '2010-09-09'
Description: Onboarding in small
Parameters:
  RoleName:
    Type: String
    Default: CspmMonitorAws
    AllowedPattern: '[-_a-zA-Z0-9]+'
  Secret:
    Type: String
    NoEcho: true
    Default: hidden
Resources:
  Provider:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/
      ClientIdList: [api://one, api://two]
      ThumbprintList: [626d44e704d1ceabe3bf0d53397464ac8080142c]
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Ref RoleName
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Federated: !GetAtt Provider.Arn}
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringLike: {'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/:aud': api://one}
      ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/ReadOnlyAccess']
  Deny:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Roles: [!Ref Role]
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Deny, Action: 'billing:*', Resource: '*'}]
Outputs:
  RoleArn:
    Description: ARN of the role
    Value: !GetAtt Role.Arn
`;

/** A template of one role with this trust policy, as JSON. */
export const roleTemplate = (properties: Record<string, unknown> = {}, more: Record<string, unknown> = {}): string =>
  JSON.stringify({
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: serviceTrust, ...properties }, ...more },
    },
  });

export const serviceTrust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
