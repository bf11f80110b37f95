import { CloudFormationServiceException } from '@aws-sdk/client-cloudformation';

/** CloudFormation has no not-found error for stacks: it says ValidationError and explains in prose. */
export const isAbsentStack = (error: unknown): boolean =>
  error instanceof CloudFormationServiceException &&
  error.name === 'ValidationError' &&
  error.message.includes('does not exist');
