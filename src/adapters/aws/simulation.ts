import {
  paginateSimulateCustomPolicy,
  paginateSimulatePrincipalPolicy,
  type EvaluationResult,
  type IAMClient,
  type SimulatePolicyResponse,
  type Statement,
} from '@aws-sdk/client-iam';
import type { SimulationQuestion } from '../../app/ports';
import type { Json } from '../../core/model/json';
import type { PolicyDecision } from '../../core/model/policy-decision';

interface Asked {
  readonly question: SimulationQuestion;
  readonly options: { readonly abortSignal?: AbortSignal };
}

export const simulatePrincipal = (client: IAMClient, { arn, question, options }: Asked & { readonly arn: string }) =>
  decisions(paginateSimulatePrincipalPolicy({ client }, { PolicySourceArn: arn, ...toInput(question) }, options));

export const simulatePolicies = (client: IAMClient, { policies, question, options }: Asked & { readonly policies: readonly Json[] }) => {
  const input = { PolicyInputList: policies.map((policy) => JSON.stringify(policy)), ...toInput(question) };
  return decisions(paginateSimulateCustomPolicy({ client }, input, options));
};

async function decisions(pages: AsyncIterable<SimulatePolicyResponse>): Promise<readonly PolicyDecision[]> {
  const found: PolicyDecision[] = [];
  for await (const { EvaluationResults = [] } of pages) found.push(...EvaluationResults.flatMap(toDecisions));
  return found.filter((one, index) => index === found.findIndex(({ action, resource }) => action === one.action && resource === one.resource));
}

const toInput = ({ actions, resources, context = {} }: SimulationQuestion) => ({
  ActionNames: [...actions],
  ...(resources && { ResourceArns: [...resources] }),
  ContextEntries: Object.entries(context).map(([key, values]) => ({
    ContextKeyName: key,
    ContextKeyValues: [...values],
    ContextKeyType: values.length > 1 ? ('stringList' as const) : ('string' as const),
  })),
});

/** With several resources IAM says each one's decision below the action's own. */
function toDecisions(result: EvaluationResult): readonly PolicyDecision[] {
  const whole = toDecision(result);
  const single = (result.ResourceSpecificResults ?? []).map((one) => ({
    ...whole,
    resource: one.EvalResourceName ?? '*',
    decision: one.EvalResourceDecision ?? 'implicitDeny',
    policies: policiesOf(one.MatchedStatements),
    missingContext: one.MissingContextValues ?? [],
    allowedByBoundary: one.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary ?? null,
  }));
  return single.length > 0 ? single : [whole];
}

const toDecision = (result: EvaluationResult): PolicyDecision => ({
  action: result.EvalActionName ?? '',
  resource: result.EvalResourceName ?? '*',
  decision: result.EvalDecision ?? 'implicitDeny',
  policies: policiesOf(result.MatchedStatements),
  missingContext: result.MissingContextValues ?? [],
  allowedByOrganization: result.OrganizationsDecisionDetail?.AllowedByOrganizations ?? null,
  allowedByBoundary: result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary ?? null,
});

const policiesOf = (statements: readonly Statement[] = []) => [...new Set(statements.flatMap(({ SourcePolicyId }) => SourcePolicyId ?? []))];
