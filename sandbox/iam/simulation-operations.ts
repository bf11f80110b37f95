import type { QueryInput } from '../http/query-input';
import type { XmlObject } from '../http/xml';
import { iamPage } from '../paging';
import { validationError } from '../service-error';
import type { Operation, OperationTable, ServiceRequest } from '../service-request';
import { awsManagedPolicyPath, roughDocument } from './aws-managed-policies';
import { evaluatePolicies, type Request, type SourcedPolicy } from './evaluate-policies';
import { invalidInput, noSuchEntity } from './iam-errors';
import type { IamStore, Role } from './iam-store';
import { parsePolicy, statementsOf } from './policy-document';
import { wildcard } from './wildcard';

interface Principal {
  readonly policies: readonly SourcedPolicy[];
  /** Undefined where none bounds the principal. */
  readonly boundary: SourcedPolicy | undefined;
}

const simulatePrincipal: Operation = (request) => {
  const { account, input } = request;
  const principal = principalOf(account.iam, input.required('PolicySourceArn'));
  const given = inputPolicies(input);
  return results(request, { ...principal, policies: [...principal.policies, ...given] }, account.iam.deniedByOrganization);
};

const simulateCustom: Operation = (request) => results(request, { policies: inputPolicies(request.input), boundary: undefined }, []);

export const simulationOperations: OperationTable = {
  SimulatePrincipalPolicy: simulatePrincipal,
  SimulateCustomPolicy: simulateCustom,
};

function results({ input }: ServiceRequest, principal: Principal, denied: readonly string[]): XmlObject {
  const context = new Map(
    input.structures('ContextEntries').map((entry) => [entry.required('ContextKeyName').toLowerCase(), entry.texts('ContextKeyValues')]),
  );
  const resources = input.texts('ResourceArns');
  const requests = input.texts('ActionNames').flatMap((action) => {
    if (!/^[a-z0-9-]+:[a-z0-9*?]+$/i.test(action)) throw invalidInput(`Invalid action name: ${action}`);
    return (resources.length > 0 ? resources : ['*']).map((resource): Request => ({ action, resource, context }));
  });
  const { items, paging } = iamPage(requests, input, ({ action, resource }) => `${action} ${resource}`);
  return { EvaluationResults: items.map((one) => resultXml(one, principal, denied)), ...paging };
}

function resultXml(request: Request, { policies, boundary }: Principal, denied: readonly string[]): XmlObject {
  const { decision, matched, missingContext } = evaluatePolicies(policies, request);
  const inOrganization = !denied.some((pattern) => wildcard(pattern, 'i').test(request.action));
  const inBoundary = boundary ? evaluatePolicies([boundary], request).decision === 'allowed' : undefined;
  return {
    EvalActionName: request.action,
    EvalResourceName: request.resource,
    EvalDecision: !inOrganization ? 'explicitDeny' : decision === 'allowed' && inBoundary === false ? 'implicitDeny' : decision,
    MatchedStatements: matched.map(({ id, type }) => ({ SourcePolicyId: id, SourcePolicyType: type })),
    MissingContextValues: missingContext,
    OrganizationsDecisionDetail: { AllowedByOrganizations: inOrganization },
    ...(inBoundary !== undefined && { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: inBoundary } }),
  };
}

const inputPolicies = (input: QueryInput): readonly SourcedPolicy[] =>
  input.texts('PolicyInputList').map((text, index) => {
    const document = parsePolicy(text);
    statementsOf(document);
    return { id: `PolicyInputList.${index + 1}`, type: 'none', document };
  });

/** Users, groups and roles have policies; sessions and the root user cannot be simulated. */
function principalOf(store: IamStore, arn: string): Principal {
  const found = /^arn:aws:iam::(\d{12}):(user|group|role)\/(?:.*\/)?([^/]+)$/.exec(arn);
  if (!found) throw validationError(`Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);
  const [, accountId, kind = '', name = ''] = found;
  if (accountId !== store.accountId) throw noSuchEntity(`Entity ${arn} cannot be found.`);
  if (kind === 'user' && name === 'sandbox') {
    const policies = store.userPolicies.map((document, index): SourcedPolicy => ({ id: `user_sandbox_${index + 1}`, type: 'user', document }));
    return { policies, boundary: undefined };
  }
  const role = kind === 'role' ? store.roles.get(name.toLowerCase()) : undefined;
  if (role?.arn !== arn) throw noSuchEntity(`Entity ${arn} cannot be found.`);
  return { policies: policiesOfRole(store, role), boundary: role.permissionsBoundary ? managedPolicy(store, role.permissionsBoundary) : undefined };
}

const policiesOfRole = (store: IamStore, role: Role): readonly SourcedPolicy[] => [
  ...[...role.inlinePolicies].map(([name, document]): SourcedPolicy => ({ id: `role_${role.name}_${name}`, type: 'role', document })),
  ...[...role.attachedPolicies].map((arn) => managedPolicy(store, arn)),
];

function managedPolicy(store: IamStore, arn: string): SourcedPolicy {
  const name = awsManagedPolicyPath(arn);
  const own = store.managedPolicies.get(arn);
  if (!name && !own) throw noSuchEntity(`Policy ${arn} was not found.`);
  const document = name ? roughDocument(name) : (own?.versions[0]?.document ?? null);
  return { id: arn.split('/').at(-1) ?? arn, type: name ? 'aws-managed' : 'user-managed', document };
}
