/** Sizes and counts of a template. Source: CloudFormation User Guide, "Understand CloudFormation quotas", and the API model. */
export const templateLimits = {
  bodyBytes: 51_200,
  urlBytes: 1_048_576,
  urlChars: 5120,
  descriptionBytes: 1024,
  parameters: 200,
  resources: 500,
  outputs: 200,
  mappings: 200,
  parameterValueBytes: 4096,
} as const;
