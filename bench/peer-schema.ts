/** What a general language server can be told of IAM: properties that a role, a policy and a provider need. */
export const peerSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['Resources'],
  properties: {
    AWSTemplateFormatVersion: { type: 'string' },
    Description: { type: 'string' },
    Resources: { type: 'object', additionalProperties: { $ref: '#/definitions/resource' } },
  },
  definitions: {
    resource: {
      type: 'object',
      required: ['Type'],
      properties: { Type: { type: 'string' }, Properties: { type: 'object' } },
      allOf: [
        needing('AWS::IAM::Role', ['AssumeRolePolicyDocument']),
        needing('AWS::IAM::ManagedPolicy', ['PolicyDocument']),
        needing('AWS::IAM::Policy', ['PolicyName', 'PolicyDocument']),
        needing('AWS::IAM::OIDCProvider', ['ClientIdList']),
      ],
    },
  },
};

function needing(type: string, required: readonly string[]) {
  return {
    if: { required: ['Type'], properties: { Type: { const: type } } },
    then: { properties: { Properties: { required, properties: { Description: { type: 'string' }, Tags: { type: 'array' } } } } },
  };
}
