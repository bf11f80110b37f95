import type { XmlObject } from '../http/xml';
import type { QueryInput } from '../http/query-input';
import { iamPage } from '../paging';
import type { OperationTable } from '../service-request';
import { noSuchEntity } from './iam-errors';
import type { IamTag, Role } from './iam-store';
import { parsePolicy } from './policy-document';
import { attachRolePolicy, createRole, deleteRole, findRole, putRolePolicy, setTrust } from './roles';

export const roleOperations: OperationTable = {
  CreateRole: ({ world, account, input }) => {
    const role = createRole(world, account.iam, {
      name: input.required('RoleName'),
      trust: parsePolicy(input.required('AssumeRolePolicyDocument')),
      path: input.text('Path'),
      description: input.text('Description'),
      maxSessionSeconds: input.number('MaxSessionDuration'),
      permissionsBoundary: input.text('PermissionsBoundary'),
      tags: readTags(input),
    });
    return { Role: roleXml(role) };
  },
  GetRole: ({ account, input }) => ({ Role: roleXml(findRole(account.iam, input.required('RoleName'))) }),
  ListRoles: ({ account, input }) => {
    const prefix = input.text('PathPrefix') ?? '/';
    const roles = [...account.iam.roles.values()].filter(({ path }) => path.startsWith(prefix)).toSorted(byName);
    const { items, paging } = iamPage(roles, input, ({ name }) => name);
    return { Roles: items.map(roleXml), ...paging };
  },
  DeleteRole: ({ account, input }) => {
    deleteRole(account.iam, input.required('RoleName'));
    return {};
  },
  UpdateAssumeRolePolicy: ({ world, account, input }) => {
    const role = findRole(account.iam, input.required('RoleName'));
    setTrust(world, role, parsePolicy(input.required('PolicyDocument')));
    return {};
  },
  PutRolePolicy: ({ account, input }) => {
    const role = findRole(account.iam, input.required('RoleName'));
    putRolePolicy(role, input.required('PolicyName'), parsePolicy(input.required('PolicyDocument')));
    return {};
  },
  GetRolePolicy: ({ account, input }) => {
    const role = findRole(account.iam, input.required('RoleName'));
    const name = input.required('PolicyName');
    const document = role.inlinePolicies.get(name);
    if (document === undefined) throw noSuchEntity(`The role policy with name ${name} cannot be found.`);
    return { RoleName: role.name, PolicyName: name, PolicyDocument: encodeURIComponent(JSON.stringify(document)) };
  },
  DeleteRolePolicy: ({ account, input }) => {
    const role = findRole(account.iam, input.required('RoleName'));
    const name = input.required('PolicyName');
    if (!role.inlinePolicies.delete(name)) throw noSuchEntity(`The role policy with name ${name} cannot be found.`);
    return {};
  },
  ListRolePolicies: ({ account, input }) => {
    const role = findRole(account.iam, input.required('RoleName'));
    const { items, paging } = iamPage([...role.inlinePolicies.keys()].sort(), input, (name) => name);
    return { PolicyNames: items, ...paging };
  },
  AttachRolePolicy: ({ account, input }) => {
    attachRolePolicy(account.iam, findRole(account.iam, input.required('RoleName')), input.required('PolicyArn'));
    return {};
  },
  DetachRolePolicy: ({ account, input }) => {
    const role = findRole(account.iam, input.required('RoleName'));
    const arn = input.required('PolicyArn');
    if (!role.attachedPolicies.delete(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
    return {};
  },
  ListAttachedRolePolicies: ({ account, input }) => {
    const role = findRole(account.iam, input.required('RoleName'));
    const { items, paging } = iamPage([...role.attachedPolicies], input, (arn) => arn);
    return { AttachedPolicies: items.map((arn) => ({ PolicyName: arn.split('/').at(-1), PolicyArn: arn })), ...paging };
  },
};

export const readTags = (input: QueryInput): readonly IamTag[] =>
  input.structures('Tags').map((tag) => ({ Key: tag.required('Key'), Value: tag.text('Value') ?? '' }));

export const tagsXml = (tags: readonly IamTag[]) => tags.map(({ Key, Value }) => ({ Key, Value }));

const roleXml = (role: Role): XmlObject => ({
  Path: role.path,
  RoleName: role.name,
  RoleId: role.id,
  Arn: role.arn,
  CreateDate: role.created,
  AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(role.trust)),
  Description: role.description,
  MaxSessionDuration: role.maxSessionSeconds,
  PermissionsBoundary: role.permissionsBoundary && {
    PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
    PermissionsBoundaryArn: role.permissionsBoundary,
  },
  Tags: role.tags.length > 0 ? tagsXml(role.tags) : undefined,
});

const byName = (a: Role, b: Role): number => (a.name < b.name ? -1 : 1);
