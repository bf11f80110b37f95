import type { Json, JsonObject } from '../../json';
import { attachRolePolicy, createRole, deleteRole, findRole, putRolePolicy, setTrust } from '../../iam/roles';
import type { Role } from '../../iam/iam-store';
import { documentOf, generatedName, objectsOf, tagsOf, textOf, textsOf } from './property-values';
import type { MadeResource, ResourceHandler } from './resource-handler';

export const roleHandler: ResourceHandler = {
  calls: { create: 'iam.CreateRole', update: 'iam.UpdateRole', remove: 'iam.DeleteRole' },

  imported: {
    identifier: 'RoleName',
    find({ iam }, name) {
      const role = iam.roles.get(name.toLowerCase());
      return role && made(role);
    },
  },

  create(context, properties) {
    const { world, account } = context;
    const role = createRole(world, account.iam, {
      name: textOf(properties, 'RoleName') ?? generatedName(context),
      trust: documentOf(properties, 'AssumeRolePolicyDocument'),
      path: textOf(properties, 'Path'),
      description: textOf(properties, 'Description'),
      maxSessionSeconds: secondsOf(properties),
      permissionsBoundary: textOf(properties, 'PermissionsBoundary'),
      tags: tagsOf(properties, context),
    });
    try {
      putPolicies(role, properties);
      for (const arn of textsOf(properties, 'ManagedPolicyArns')) attachRolePolicy(account.iam, role, arn);
    } catch (error) {
      // The real handler takes back the half-made role before it reports.
      account.iam.roles.delete(role.name.toLowerCase());
      throw error;
    }
    return made(role);
  },

  update(context, name, properties, before) {
    const { world, account } = context;
    const role = findRole(account.iam, name);
    setTrust(world, role, documentOf(properties, 'AssumeRolePolicyDocument'));
    role.description = textOf(properties, 'Description');
    role.maxSessionSeconds = secondsOf(properties) ?? 3600;
    role.permissionsBoundary = textOf(properties, 'PermissionsBoundary');
    role.tags = tagsOf(properties, context);
    const kept = objectsOf(properties, 'Policies').map((policy) => textOf(policy, 'PolicyName'));
    for (const { PolicyName } of objectsOf(before, 'Policies')) {
      if (!kept.includes(String(PolicyName))) role.inlinePolicies.delete(String(PolicyName));
    }
    putPolicies(role, properties);
    const arns = textsOf(properties, 'ManagedPolicyArns');
    for (const arn of textsOf(before, 'ManagedPolicyArns')) if (!arns.includes(arn)) role.attachedPolicies.delete(arn);
    for (const arn of arns) attachRolePolicy(account.iam, role, arn);
    return made(role);
  },

  remove({ account }, name, properties) {
    const role = findRole(account.iam, name);
    // Only what the template put there goes; a policy attached by hand holds the role, as on AWS.
    for (const arn of textsOf(properties, 'ManagedPolicyArns')) role.attachedPolicies.delete(arn);
    for (const { PolicyName } of objectsOf(properties, 'Policies')) role.inlinePolicies.delete(String(PolicyName));
    deleteRole(account.iam, name);
  },

  read({ account }, name) {
    const role = account.iam.roles.get(name.toLowerCase());
    return role && roleProperties(role);
  },
};

const roleProperties = (role: Role): JsonObject => ({
  RoleName: role.name,
  Path: role.path,
  AssumeRolePolicyDocument: role.trust,
  Description: role.description ?? '',
  MaxSessionDuration: role.maxSessionSeconds,
  ManagedPolicyArns: [...role.attachedPolicies],
  Policies: [...role.inlinePolicies].map(([PolicyName, PolicyDocument]) => ({ PolicyName, PolicyDocument })),
  Tags: role.tags.map(({ Key, Value }) => ({ Key, Value })),
  ...(role.permissionsBoundary && { PermissionsBoundary: role.permissionsBoundary }),
});

function putPolicies(role: Role, properties: JsonObject): void {
  for (const policy of objectsOf(properties, 'Policies')) {
    putRolePolicy(role, textOf(policy, 'PolicyName') ?? '', documentOf(policy, 'PolicyDocument') as Json);
  }
}

const secondsOf = (properties: JsonObject): number | undefined => {
  const text = textOf(properties, 'MaxSessionDuration');
  return text === undefined ? undefined : Number(text);
};

const made = (role: Role): MadeResource => ({ physicalId: role.name, attributes: { Arn: role.arn, RoleId: role.id } });
