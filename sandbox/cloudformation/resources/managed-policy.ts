import type { ManagedPolicy } from '../../iam/iam-store';
import { createManagedPolicy, deleteManagedPolicy, findManagedPolicy, setPolicyDocument } from '../../iam/managed-policies';
import { attachRolePolicy, findRole } from '../../iam/roles';
import { documentOf, generatedName, textOf, textsOf } from './property-values';
import type { MadeResource, ResourceHandler } from './resource-handler';

export const managedPolicyHandler: ResourceHandler = {
  calls: { create: 'iam.CreatePolicy', update: 'iam.CreatePolicyVersion', remove: 'iam.DeletePolicy' },

  imported: {
    identifier: 'PolicyArn',
    find({ iam }, arn) {
      const policy = iam.managedPolicies.get(arn);
      return policy && made(policy);
    },
  },

  create(context, properties) {
    const { iam } = context.account;
    const roles = textsOf(properties, 'Roles').map((name) => findRole(iam, name));
    const policy = createManagedPolicy(iam, {
      name: textOf(properties, 'ManagedPolicyName') ?? generatedName(context, 128),
      document: documentOf(properties, 'PolicyDocument'),
      path: textOf(properties, 'Path'),
      description: textOf(properties, 'Description'),
    });
    for (const role of roles) attachRolePolicy(iam, role, policy.arn);
    return made(policy);
  },

  update({ account: { iam } }, arn, properties, before) {
    const policy = findManagedPolicy(iam, arn);
    setPolicyDocument(policy, documentOf(properties, 'PolicyDocument'));
    const roles = textsOf(properties, 'Roles');
    for (const name of textsOf(before, 'Roles')) {
      if (!roles.includes(name)) iam.roles.get(name.toLowerCase())?.attachedPolicies.delete(arn);
    }
    for (const name of roles) attachRolePolicy(iam, findRole(iam, name), arn);
    return made(policy);
  },

  remove({ account: { iam } }, arn, properties) {
    for (const name of textsOf(properties, 'Roles')) iam.roles.get(name.toLowerCase())?.attachedPolicies.delete(arn);
    deleteManagedPolicy(iam, arn);
  },

  read({ account: { iam } }, arn) {
    const policy = iam.managedPolicies.get(arn);
    return policy && {
      ManagedPolicyName: policy.name,
      Path: policy.path,
      Description: policy.description ?? '',
      PolicyDocument: policy.versions[0]?.document ?? null,
      Roles: [...iam.roles.values()].filter((role) => role.attachedPolicies.has(arn)).map(({ name }) => name),
    };
  },
};

const made = (policy: ManagedPolicy): MadeResource => ({
  physicalId: policy.arn,
  attributes: { PolicyArn: policy.arn, PolicyId: policy.id, DefaultVersionId: policy.versions[0]?.id ?? 'v1' },
});
