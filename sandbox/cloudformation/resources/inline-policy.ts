import type { JsonObject } from '../../json';
import type { IamStore } from '../../iam/iam-store';
import { findRole, putRolePolicy } from '../../iam/roles';
import { documentOf, generatedName, textOf, textsOf } from './property-values';
import type { ResourceHandler } from './resource-handler';

/** `AWS::IAM::Policy`: one inline policy on each of the named roles. The type has no drift detection (Template Reference). */
export const inlinePolicyHandler: ResourceHandler = {
  calls: { create: 'iam.PutRolePolicy', update: 'iam.PutRolePolicy', remove: 'iam.DeleteRolePolicy' },

  create(context, properties) {
    put(context.account.iam, properties);
    const physicalId = generatedName(context);
    return { physicalId, attributes: { Id: physicalId } };
  },

  update({ account: { iam } }, physicalId, properties, before) {
    const roles = textsOf(properties, 'Roles');
    const renamed = textOf(properties, 'PolicyName') !== textOf(before, 'PolicyName');
    for (const name of textsOf(before, 'Roles')) if (renamed || !roles.includes(name)) take(iam, name, before);
    put(iam, properties);
    return { physicalId, attributes: { Id: physicalId } };
  },

  remove({ account: { iam } }, _physicalId, properties) {
    for (const name of textsOf(properties, 'Roles')) take(iam, name, properties);
  },
};

function put(iam: IamStore, properties: JsonObject): void {
  const roles = textsOf(properties, 'Roles').map((name) => findRole(iam, name));
  for (const role of roles) putRolePolicy(role, textOf(properties, 'PolicyName') ?? '', documentOf(properties, 'PolicyDocument'));
}

const take = (iam: IamStore, role: string, properties: JsonObject): void =>
  void iam.roles.get(role.toLowerCase())?.inlinePolicies.delete(textOf(properties, 'PolicyName') ?? '');
