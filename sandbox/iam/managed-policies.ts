import type { Json } from '../json';
import { validationError } from '../service-error';
import { awsManagedPolicyPath } from './aws-managed-policies';
import { deleteConflict, entityAlreadyExists, limitExceeded, noSuchEntity } from './iam-errors';
import type { IamStore, ManagedPolicy } from './iam-store';
import { iamLimits } from './limits';
import { checkPolicy, policySize } from './policy-document';
import { uniqueId } from './unique-id';

export interface NewManagedPolicy {
  readonly name: string;
  readonly document: Json;
  readonly path?: string | undefined;
  readonly description?: string | undefined;
}

export function createManagedPolicy(store: IamStore, { name, document, path = '/', description }: NewManagedPolicy): ManagedPolicy {
  if (name.length > iamLimits.policyNameChars || !/^[\w+=,.@-]+$/.test(name)) {
    throw validationError(
      `1 validation error detected: Value '${name}' at 'policyName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+`,
    );
  }
  checkDocument(document);
  const clash = [...store.managedPolicies.values()].some((policy) => policy.name.toLowerCase() === name.toLowerCase());
  if (clash) throw entityAlreadyExists(`A policy called ${name}`);
  if (store.managedPolicies.size >= iamLimits.managedPoliciesPerAccount) {
    throw limitExceeded(`Cannot exceed quota for PoliciesPerAccount: ${iamLimits.managedPoliciesPerAccount}`);
  }
  const created = new Date();
  const policy: ManagedPolicy = {
    name,
    id: uniqueId('ANPA'),
    arn: `arn:aws:iam::${store.accountId}:policy${path}${name}`,
    path,
    description,
    created,
    versions: [{ id: 'v1', document, created }],
  };
  store.managedPolicies.set(policy.arn, policy);
  return policy;
}

export function findManagedPolicy(store: IamStore, arn: string): ManagedPolicy {
  const policy = store.managedPolicies.get(arn);
  if (!policy) throw noSuchEntity(`Policy ${arn} was not found.`);
  return policy;
}

/** Puts a new default version in front. IAM keeps five; the oldest goes. */
export function setPolicyDocument(policy: ManagedPolicy, document: Json): void {
  checkDocument(document);
  const next = 1 + Math.max(...policy.versions.map(({ id }) => Number(id.slice(1))));
  policy.versions = [{ id: `v${next}`, document, created: new Date() }, ...policy.versions].slice(0, 5);
}

export function deleteManagedPolicy(store: IamStore, arn: string): void {
  findManagedPolicy(store, arn);
  if (attachmentCount(store, arn) > 0) throw deleteConflict('Cannot delete a policy attached to entities.');
  store.managedPolicies.delete(arn);
}

export const attachmentCount = (store: IamStore, arn: string): number =>
  [...store.roles.values()].filter((role) => role.attachedPolicies.has(arn)).length;

export function requireAttachable(store: IamStore, arn: string): void {
  if (store.managedPolicies.has(arn) || awsManagedPolicyPath(arn)) return;
  throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
}

function checkDocument(document: Json): void {
  checkPolicy(document);
  if (policySize(document) > iamLimits.managedPolicyChars) {
    throw limitExceeded(`Cannot exceed quota for PolicySize: ${iamLimits.managedPolicyChars}`);
  }
}
