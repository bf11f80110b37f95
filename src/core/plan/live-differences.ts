import type { IamRole, RolePolicies } from '../model/iam-role';
import { permissionsOf } from './policy-statements';
import type { RolePicture } from './role-pictures';
import { sameLines, some } from './template-differences';
import { trustLines } from './trust-lines';
import type { UpdateReason } from './update-advice';

/** A role as it stands in IAM now; null when it is gone. */
export interface LiveRole {
  readonly role: IamRole;
  readonly policies: RolePolicies;
}

/**
 * What somebody changed in IAM since the stack was deployed. On which resources an action is allowed is not compared:
 * the template knows them only as references.
 */
export function liveDifferences(picture: RolePicture, live: LiveRole | null): readonly UpdateReason[] {
  const name = picture.name ?? picture.logicalId;
  const tell = (message: string): UpdateReason => ({ kind: 'drift', resource: picture.logicalId, message: `In AWS, role ${name} ${message}` });
  if (!live) return [tell('is gone.')];
  const now = permissionsOf([...live.policies.inline.map(({ document }) => document), ...live.policies.attached.flatMap(({ document }) => (document === null ? [] : [document]))]);
  const ofAws = live.policies.attached.filter(({ document }) => document === null).map(({ arn }) => arn);
  const lacks = [...picture.permissions.keys()].filter((action) => !now.has(action));
  const has = [...now.keys()].filter((action) => !picture.permissions.has(action));
  const detached = picture.managedPolicies.filter((arn) => !ofAws.includes(arn));
  const attached = ofAws.filter((arn) => !picture.managedPolicies.includes(arn));
  const isResolved = picture.trust.every((line) => !line.includes('${'));
  return [
    ...(lacks.length > 0 ? [tell(`lacks ${some(lacks)}.`)] : []),
    ...(has.length > 0 ? [tell(`has ${some(has)} besides.`)] : []),
    ...(detached.length > 0 ? [tell(`lacks the policy ${some(detached)}.`)] : []),
    ...(attached.length > 0 ? [tell(`has the policy ${some(attached)} besides.`)] : []),
    ...(isResolved && !sameLines(picture.trust, trustLines(live.role.trust)) ? [tell('trusts others, or under other conditions, than the template says.')] : []),
  ];
}
