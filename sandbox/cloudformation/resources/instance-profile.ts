import { createInstanceProfile, deleteInstanceProfile, findInstanceProfile, setProfileRoles } from '../../iam/instance-profiles';
import { generatedName, textOf, textsOf } from './property-values';
import type { ResourceHandler } from './resource-handler';

export const instanceProfileHandler: ResourceHandler = {
  calls: { create: 'iam.CreateInstanceProfile', update: 'iam.AddRoleToInstanceProfile', remove: 'iam.DeleteInstanceProfile' },

  create(context, properties) {
    const { iam } = context.account;
    const name = textOf(properties, 'InstanceProfileName') ?? generatedName(context, 128);
    const profile = createInstanceProfile(iam, name, textOf(properties, 'Path'));
    try {
      setProfileRoles(iam, profile, textsOf(properties, 'Roles'));
    } catch (error) {
      iam.instanceProfiles.delete(name.toLowerCase());
      throw error;
    }
    return { physicalId: profile.name, attributes: { Arn: profile.arn } };
  },

  update({ account: { iam } }, name, properties) {
    const profile = findInstanceProfile(iam, name);
    setProfileRoles(iam, profile, textsOf(properties, 'Roles'));
    return { physicalId: profile.name, attributes: { Arn: profile.arn } };
  },

  remove({ account: { iam } }, name) {
    setProfileRoles(iam, findInstanceProfile(iam, name), []);
    deleteInstanceProfile(iam, name);
  },

  read({ account: { iam } }, name) {
    const profile = iam.instanceProfiles.get(name.toLowerCase());
    return profile && { InstanceProfileName: profile.name, Path: profile.path, Roles: profile.roles };
  },
};
