import type { Json } from '../json';
import { validationError } from '../service-error';
import type { World } from '../world';
import { deleteConflict, entityAlreadyExists, limitExceeded, noSuchEntity } from './iam-errors';
import type { IamStore, IamTag, Role } from './iam-store';
import { iamLimits } from './limits';
import { requireAttachable } from './managed-policies';
import { checkPolicy, checkTrustPolicy, policySize } from './policy-document';
import { checkPrincipals } from './principals';
import { uniqueId } from './unique-id';

export interface NewRole {
  readonly name: string;
  readonly trust: Json;
  readonly path?: string | undefined;
  readonly description?: string | undefined;
  readonly maxSessionSeconds?: number | undefined;
  readonly permissionsBoundary?: string | undefined;
  readonly tags?: readonly IamTag[];
}

export function createRole(world: World, store: IamStore, given: NewRole): Role {
  checkRoleName(given.name);
  checkTrust(world, given.trust);
  if (store.roles.has(given.name.toLowerCase())) throw entityAlreadyExists(`Role with name ${given.name}`);
  if (store.roles.size >= iamLimits.rolesPerAccount) {
    throw limitExceeded(`Cannot exceed quota for RolesPerAccount: ${iamLimits.rolesPerAccount}`);
  }
  const path = given.path ?? '/';
  const role: Role = {
    name: given.name,
    id: uniqueId('AROA'),
    arn: `arn:aws:iam::${store.accountId}:role${path}${given.name}`,
    path,
    created: new Date(),
    trust: given.trust,
    description: given.description,
    maxSessionSeconds: given.maxSessionSeconds ?? 3600,
    permissionsBoundary: given.permissionsBoundary,
    inlinePolicies: new Map(),
    attachedPolicies: new Set(),
    tags: given.tags ?? [],
  };
  store.roles.set(given.name.toLowerCase(), role);
  return role;
}

export function findRole(store: IamStore, name: string): Role {
  const role = store.roles.get(name.toLowerCase());
  if (!role) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return role;
}

export function setTrust(world: World, role: Role, trust: Json): void {
  checkTrust(world, trust);
  role.trust = trust;
}

export function putRolePolicy(role: Role, name: string, document: Json): void {
  checkPolicy(document);
  const others = [...role.inlinePolicies].filter(([existing]) => existing !== name);
  const size = others.reduce((sum, [, other]) => sum + policySize(other), policySize(document));
  if (size > iamLimits.roleInlinePolicyChars) {
    throw limitExceeded(`Maximum policy size of ${iamLimits.roleInlinePolicyChars} bytes exceeded for role ${role.name}`);
  }
  role.inlinePolicies.set(name, document);
}

export function attachRolePolicy(store: IamStore, role: Role, arn: string): void {
  requireAttachable(store, arn);
  if (!role.attachedPolicies.has(arn) && role.attachedPolicies.size >= iamLimits.managedPoliciesPerRole) {
    throw limitExceeded(`Cannot exceed quota for PoliciesPerRole: ${iamLimits.managedPoliciesPerRole}`);
  }
  role.attachedPolicies.add(arn);
}

/** Deletes a role that nothing hangs on; texts as the IAM API gives them. */
export function deleteRole(store: IamStore, name: string): void {
  const role = findRole(store, name);
  if (role.attachedPolicies.size > 0) throw deleteConflict('Cannot delete entity, must detach all policies first.');
  if (role.inlinePolicies.size > 0) throw deleteConflict('Cannot delete entity, must delete policies first.');
  if ([...store.instanceProfiles.values()].some((profile) => profile.roles.includes(role.name))) {
    throw deleteConflict('Cannot delete entity, must remove roles from instance profile first.');
  }
  store.roles.delete(name.toLowerCase());
}

function checkRoleName(name: string): void {
  const problem =
    name.length > iamLimits.roleNameChars
      ? `Member must have length less than or equal to ${iamLimits.roleNameChars}`
      : /^[\w+=,.@-]+$/.test(name)
        ? undefined
        : 'Member must satisfy regular expression pattern: [\\w+=,.@-]+';
  if (problem) throw validationError(`1 validation error detected: Value '${name}' at 'roleName' failed to satisfy constraint: ${problem}`);
}

function checkTrust(world: World, trust: Json): void {
  checkTrustPolicy(trust);
  checkPrincipals(world, trust);
  if (policySize(trust) > iamLimits.trustPolicyChars) {
    throw limitExceeded(`Cannot exceed quota for ACLSizePerRole: ${iamLimits.trustPolicyChars}`);
  }
}
