import { deleteConflict, entityAlreadyExists, limitExceeded, noSuchEntity } from './iam-errors';
import type { IamStore, InstanceProfile } from './iam-store';
import { findRole } from './roles';
import { uniqueId } from './unique-id';

export function createInstanceProfile(store: IamStore, name: string, path = '/'): InstanceProfile {
  if (store.instanceProfiles.has(name.toLowerCase())) throw entityAlreadyExists(`Instance Profile ${name}`);
  const profile: InstanceProfile = {
    name,
    id: uniqueId('AIPA'),
    arn: `arn:aws:iam::${store.accountId}:instance-profile${path}${name}`,
    path,
    created: new Date(),
    roles: [],
  };
  store.instanceProfiles.set(name.toLowerCase(), profile);
  return profile;
}

export function findInstanceProfile(store: IamStore, name: string): InstanceProfile {
  const profile = store.instanceProfiles.get(name.toLowerCase());
  if (!profile) throw noSuchEntity(`Instance Profile ${name} cannot be found.`);
  return profile;
}

export function setProfileRoles(store: IamStore, profile: InstanceProfile, roles: readonly string[]): void {
  if (roles.length > 1) throw limitExceeded('Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1');
  profile.roles = roles.map((name) => findRole(store, name).name);
}

export function deleteInstanceProfile(store: IamStore, name: string): void {
  const profile = findInstanceProfile(store, name);
  if (profile.roles.length > 0) throw deleteConflict('Cannot delete entity, must remove roles from instance profile first.');
  store.instanceProfiles.delete(name.toLowerCase());
}
