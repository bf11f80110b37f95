import type { RequiredRole } from '../../core/catalog/required-roles';
import type { RoleFacts } from '../../core/verify/facts';
import { keyActions } from '../../core/verify/key-actions';
import type { Look, LookContext } from './look-at-account';
import { reading } from './reading';

/** A role that the plans need: the role, its policies, and what IAM's simulator says of its key actions. */
export function roleLooks({ ports, connector, signal }: LookContext, { role }: RequiredRole): Look {
  const name = connector.roles[role.id] ?? role.defaultName;
  const what = `Role ${name ?? role.id}`;
  const take = async (): Promise<{ readonly roles: readonly RoleFacts[] }> => {
    const nothing = { roleId: role.id, policies: undefined, decisions: undefined };
    // A name with a place in it, such as the region, is known to the stack alone.
    if (name === null || /[<$]/.test(name)) return { roles: [] };
    const found = await reading(what, 'iam:GetRole', ports.iam.role(name, signal));
    if (!found.ok || !found.value) return { roles: [{ ...nothing, name, role: found }] };
    const { arn } = found.value;
    const actions = keyActions(role, connector.access);
    const [policies, decisions] = await Promise.all([
      reading(`Policies of role ${name}`, 'iam:ListAttachedRolePolicies', ports.iam.rolePolicies(name, signal)),
      actions.length === 0 ? undefined : reading(`Simulation of role ${name}`, 'iam:SimulatePrincipalPolicy', ports.iam.simulatePrincipal(arn, { actions }, signal)),
    ]);
    return { roles: [{ ...nothing, name, role: found, policies, decisions }] };
  };
  return { what, take };
}
