import { paginateListRoles, type IAMClient } from '@aws-sdk/client-iam';
import { parseDocument } from './policy-text';

/** Names of the roles whose trust policy names a principal. The document names it as a text, wherever that stands. */
export async function rolesTrusting(client: IAMClient, arn: string, options: { readonly abortSignal?: AbortSignal }): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const page of paginateListRoles({ client }, {}, options)) {
    for (const { RoleName = '', AssumeRolePolicyDocument } of page.Roles ?? []) {
      if (JSON.stringify(parseDocument(AssumeRolePolicyDocument)).includes(JSON.stringify(arn))) names.push(RoleName);
    }
  }
  return names;
}
