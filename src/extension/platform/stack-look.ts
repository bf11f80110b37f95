/** What was seen when somebody last looked at a connector's stack in AWS. */
export type StackLook =
  | { readonly kind: 'seen'; readonly at: Date; readonly status: string | null; readonly profile: string }
  | { readonly kind: 'failed'; readonly at: Date; readonly message: string };
