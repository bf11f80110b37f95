/** The stack that a resource belongs to. */
export interface StackMembership {
  readonly stackId: string;
  readonly stackName: string;
  readonly logicalId: string;
}
