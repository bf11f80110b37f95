import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
  type AttachedPolicy as AwsAttachedPolicy,
  type IAMClient,
} from '@aws-sdk/client-iam';
import type { Json } from '../../core/model/json';
import type { AttachedPolicy, InlinePolicy, RolePolicies } from '../../core/model/iam-role';
import { parseDocument } from './policy-text';

interface Options {
  readonly abortSignal?: AbortSignal;
}

/** A role has some tens of policies at most, so that they are read side by side. */
export async function readRolePolicies(client: IAMClient, role: string, options: Options): Promise<RolePolicies> {
  const attached: AwsAttachedPolicy[] = [];
  for await (const page of paginateListAttachedRolePolicies({ client }, { RoleName: role }, options))
    attached.push(...(page.AttachedPolicies ?? []));
  const inline: string[] = [];
  for await (const page of paginateListRolePolicies({ client }, { RoleName: role }, options)) inline.push(...(page.PolicyNames ?? []));
  return {
    attached: await Promise.all(attached.map((policy) => readAttached(client, policy, options))),
    inline: await Promise.all(inline.map((name) => readInline(client, { role, name }, options))),
  };
}

async function readAttached(client: IAMClient, { PolicyArn: arn = '', PolicyName: name = '' }: AwsAttachedPolicy, options: Options): Promise<AttachedPolicy> {
  if (isOfAws(arn)) return { arn, name, document: null };
  return { arn, name, document: await readPolicyDocument(client, arn, options) };
}

/** What a policy's default version says. */
export async function readPolicyDocument(client: IAMClient, arn: string, options: Options): Promise<Json> {
  const { Policy } = await client.send(new GetPolicyCommand({ PolicyArn: arn }), options);
  const command = new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: Policy?.DefaultVersionId ?? 'v1' });
  const { PolicyVersion } = await client.send(command, options);
  return parseDocument(PolicyVersion?.Document);
}

async function readInline(client: IAMClient, { role, name }: { readonly role: string; readonly name: string }, options: Options): Promise<InlinePolicy> {
  const { PolicyDocument } = await client.send(new GetRolePolicyCommand({ RoleName: role, PolicyName: name }), options);
  return { name, document: parseDocument(PolicyDocument) };
}

const isOfAws = (arn: string): boolean => /^arn:[^:]+:iam::aws:/.test(arn);
