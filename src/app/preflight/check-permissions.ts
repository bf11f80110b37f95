import type { PolicyDecision } from '../../core/model/policy-decision';
import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';
import { deployerActions } from '../../core/plan/deployer-actions';
import { namedResources } from '../../core/plan/named-resources';
import { providersIn } from '../../core/plan/template-providers';
import type { SimulationQuestion } from '../ports';
import type { FullLook } from './look';

const permissions = { id: 'permissions', title: 'Permissions of the deployer' };
const organization = { id: 'organization', title: 'Policies of the organization' };

/**
 * Asks IAM's simulator whether the deployer may do what CloudFormation will do in its name. It knows no session policies
 * and no policies of resources, and the list of actions is all that might be called: so a no is a warning, not a stop.
 */
export async function checkPermissions(look: FullLook): Promise<void> {
  const decisions = await simulate(look);
  if (!decisions.ok) {
    look.list.unknown({ ...permissions, fix: null }, decisions.error);
    look.list.unknown({ ...organization, fix: null }, decisions.error);
    return;
  }
  sayPermissions(look, decisions.value);
  sayOrganization(look, decisions.value);
}

async function simulate(look: FullLook): Promise<Result<readonly PolicyDecision[]>> {
  const { ports, scope, deployed, signal } = look;
  const principal = await principalOf(look);
  if (!principal.ok) return principal;
  const { stack, byType } = deployerActions(scope, deployed.type === 'create');
  const questions: SimulationQuestion[] = [
    { actions: stack, resources: [stackArn(look)] },
    ...[...byType].map(([type, actions]) => ({ actions, resources: arnsOf(type, look) })),
  ];
  const all: PolicyDecision[] = [];
  for (const question of questions) {
    const answer = await ports.iam.simulatePrincipal(principal.value, question, signal);
    if (!answer.ok) return answer;
    all.push(...answer.value);
  }
  return ok(all);
}

/** The simulator takes users and roles, not the sessions of roles. A role's path is known to IAM alone. */
async function principalOf({ ports, caller, signal }: FullLook): Promise<Result<string>> {
  const role = /:assumed-role\/([^/]+)\//.exec(caller.arn)?.[1];
  if (role === undefined) return caller.arn.includes(':user/') ? ok(caller.arn) : err(notSimulated(caller.arn));
  const found = await ports.iam.role(role, signal);
  if (!found.ok) return found;
  return found.value ? ok(found.value.arn) : err(notSimulated(caller.arn));
}

const notSimulated = (arn: string): Problem => ({
  code: 'invalidInput',
  message: `IAM's policy simulator cannot be asked about ${arn}.`,
});

const stackArn = ({ ports, caller, stack }: FullLook) =>
  `arn:${caller.partition}:cloudformation:${ports.region}:${caller.accountId}:stack/${stack}/*`;

/** Where a name is not known before, any resource of the account stands for it. */
function arnsOf(type: string, { scope, caller }: FullLook): readonly string[] {
  const iam = `arn:${caller.partition}:iam::${caller.accountId}:`;
  if (type === 'AWS::IAM::OIDCProvider') return providersIn(scope).map(({ url }) => `${iam}oidc-provider/${url.replace('https://', '')}`);
  const kind = type === 'AWS::IAM::Role' ? 'role' : type === 'AWS::IAM::ManagedPolicy' ? 'policy' : undefined;
  const named = namedResources(scope).filter((resource) => resource.type === type);
  return kind && named.length > 0 ? named.map(({ path, name }) => `${iam}${kind}${path}${name}`) : ['*'];
}

function sayPermissions({ list, caller }: FullLook, decisions: readonly PolicyDecision[]): void {
  const denied = decisions.filter(({ decision, allowedByOrganization }) => decision !== 'allowed' && allowedByOrganization !== false);
  const unclear = denied.filter(({ missingContext }) => missingContext.length > 0);
  const clear = denied.filter(({ missingContext }) => missingContext.length === 0);
  const actions = new Set(decisions.map(({ action }) => action)).size;
  if (clear.length > 0)
    return list.warn({
      ...permissions,
      evidence: `IAM's simulator says that ${caller.arn} may not ${listed(clear)}.`,
      fix: 'Ask for these actions, or choose a profile that has them. A template that leaves a property out may need fewer.',
    });
  if (unclear.length > 0) {
    const keys = [...new Set(unclear.flatMap(({ missingContext }) => missingContext))];
    return list.unknown({ ...permissions, fix: null }, {
      code: 'invalidInput',
      message: `Whether ${caller.arn} may ${listed(unclear)} depends on ${keys.join(', ')}, which the simulator was not told.`,
    });
  }
  list.passed({ ...permissions, evidence: `IAM's simulator allows all ${actions} actions that the deployment may call.` });
}

function sayOrganization({ list }: FullLook, decisions: readonly PolicyDecision[]): void {
  const denied = decisions.filter(({ allowedByOrganization }) => allowedByOrganization === false);
  if (denied.length > 0)
    return list.warn({
      ...organization,
      evidence: `A service control policy denies ${listed(denied)}.`,
      fix: 'Ask who manages the AWS organization for an exception for this account or for the deploying role.',
    });
  const told = decisions.some(({ allowedByOrganization }) => allowedByOrganization !== null);
  if (told) return list.passed({ ...organization, evidence: 'The simulator saw no service control policy in the way.' });
  list.unknown({ ...organization, fix: null }, { code: 'invalidInput', message: 'The simulator did not say whether policies of the organization apply.' });
}

/** Some of many: a sentence with forty names is read by nobody. */
function listed(decisions: readonly PolicyDecision[]): string {
  const actions = [...new Set(decisions.map(({ action }) => action))];
  return actions.length > 8 ? `${actions.slice(0, 8).join(', ')} and ${actions.length - 8} more actions` : actions.join(', ');
}
