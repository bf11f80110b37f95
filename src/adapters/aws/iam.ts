import { GetAccountSummaryCommand, GetPolicyCommand, GetRoleCommand, NoSuchEntityException, type Role } from '@aws-sdk/client-iam';
import type { IamPort } from '../../app/ports';
import type { Json } from '../../core/model/json';
import type { IamRole, ManagedPolicy, RolePolicies } from '../../core/model/iam-role';
import type { AwsCall } from './aws-call';
import { parseDocument } from './policy-text';
import { readPolicyDocument, readRolePolicies } from './role-policies';
import { rolesTrusting } from './roles-trusting';
import { simulatePolicies, simulatePrincipal } from './simulation';
import { toTags } from './to-tags';

export const iamPort = (call: AwsCall): IamPort => ({
  role: (name, signal) =>
    call<IamRole | null>({
      doing: `read role ${name}`,
      signal,
      async send({ iam }, options) {
        const { Role: found } = await iam.send(new GetRoleCommand({ RoleName: name }), options);
        return found ? toRole(found) : null;
      },
      unless: absentIsNull,
    }),

  rolesTrusting: (arn, signal) =>
    call({ doing: `list the roles that trust ${arn}`, signal, send: ({ iam }, options) => rolesTrusting(iam, arn, options) }),

  rolePolicies: (role, signal) =>
    call<RolePolicies | null>({
      doing: `read the policies of role ${role}`,
      signal,
      send: ({ iam }, options) => readRolePolicies(iam, role, options),
      unless: absentIsNull,
    }),

  managedPolicy: (arn, signal) =>
    call<ManagedPolicy | null>({
      doing: `read policy ${arn}`,
      signal,
      async send({ iam }, options) {
        const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: arn }), options);
        return { arn, tags: toTags(Policy?.Tags) };
      },
      unless: absentIsNull,
    }),

  policyDocument: (arn, signal) =>
    call<Json | null>({
      doing: `read what policy ${arn} says`,
      signal,
      send: ({ iam }, options) => readPolicyDocument(iam, arn, options),
      unless: absentIsNull,
    }),

  simulatePrincipal: (arn, question, signal) =>
    call({
      doing: `simulate what ${arn} may do`,
      signal,
      send: ({ iam }, options) => simulatePrincipal(iam, { arn, question, options }),
    }),

  simulatePolicies: (policies, question, signal) =>
    call({
      doing: 'simulate what policies allow',
      signal,
      send: ({ iam }, options) => simulatePolicies(iam, { policies, question, options }),
    }),

  accountSummary: (signal) =>
    call({
      doing: 'read what the account has and may have in IAM',
      signal,
      async send({ iam }, options) {
        const { SummaryMap = {} } = await iam.send(new GetAccountSummaryCommand({}), options);
        return SummaryMap as Readonly<Record<string, number>>;
      },
    }),
});

const absentIsNull = (error: unknown) => (error instanceof NoSuchEntityException ? { value: null } : undefined);

const toRole = (role: Role): IamRole => ({
  name: role.RoleName ?? '',
  arn: role.Arn ?? '',
  path: role.Path ?? '/',
  trust: parseDocument(role.AssumeRolePolicyDocument),
  // The API leaves it out only where the default holds.
  maxSessionSeconds: role.MaxSessionDuration ?? 3600,
  description: role.Description ?? null,
  permissionsBoundary: role.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
  tags: toTags(role.Tags),
});
