import type { NamedResource } from '../../core/plan/named-resources';
import { policyAsItIs, roleAsItIs, type ResourceToImport } from '../../core/plan/import-template';
import { err, ok, type Result } from '../../core/model/result';
import type { FullLook } from './look';

/** A role or policy that the stack is to take over, with all that gives it its permissions now. */
export async function readImport(look: FullLook, resource: NamedResource): Promise<Result<ResourceToImport>> {
  return resource.type === 'AWS::IAM::Role' ? readRole(look, resource) : readPolicy(look, resource);
}

async function readRole({ ports, scope, signal }: FullLook, { logicalId, type, name }: NamedResource): Promise<Result<ResourceToImport>> {
  const role = await ports.iam.role(name, signal);
  if (!role.ok) return role;
  const policies = await ports.iam.rolePolicies(name, signal);
  if (!policies.ok) return policies;
  if (!role.value || !policies.value) return gone(name);
  return ok({ logicalId, type, identifier: role.value.name, properties: roleAsItIs(logicalId, role.value, policies.value, scope) });
}

async function readPolicy({ ports, caller, scope, signal }: FullLook, { logicalId, type, name, path }: NamedResource): Promise<Result<ResourceToImport>> {
  const arn = policyArn(caller, { name, path });
  const policy = await ports.iam.policyDocument(arn, signal);
  if (!policy.ok) return policy;
  if (policy.value === null) return gone(name);
  return ok({ logicalId, type, identifier: arn, properties: policyAsItIs(logicalId, name, policy.value, scope) });
}

export const policyArn = ({ partition, accountId }: FullLook['caller'], { path, name }: Pick<NamedResource, 'path' | 'name'>): string =>
  `arn:${partition}:iam::${accountId}:policy${path}${name}`;

const gone = (name: string) => err({ code: 'conflict' as const, message: `${name} was deleted while it was looked at.`, action: 'Make a new preview.' });
