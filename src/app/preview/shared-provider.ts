import type { Problem } from '../../core/model/problem';
import { ok, type Result } from '../../core/model/result';
import { asJson, asList, type TemplateBody } from '../../core/plan/template-body';
import type { DeploymentPorts, StackResource } from '../ports';

interface Question {
  /** The provider, of the stack that is to be deleted. */
  readonly resource: StackResource;
  readonly own: readonly StackResource[];
  readonly template: TemplateBody;
}

/**
 * Whether others use an identity provider that a deletion would take away: roles outside the stack that trust it,
 * or audiences that the stack's template does not have. Then the deletion is refused.
 */
export async function sharedProvider(ports: DeploymentPorts, question: Question, signal?: AbortSignal): Promise<Result<Problem | null>> {
  const { physicalId, logicalId } = question.resource;
  if (physicalId === null) return ok(null);
  const trusting = await ports.iam.rolesTrusting(physicalId, signal);
  if (!trusting.ok) return trusting;
  const own = new Set(question.own.filter(({ type }) => type === 'AWS::IAM::Role').map(({ physicalId: name }) => name));
  const foreign = trusting.value.filter((name) => !own.has(name));
  const provider = await ports.providers.find(physicalId.slice(physicalId.indexOf(':oidc-provider/') + ':oidc-provider/'.length), signal);
  if (!provider.ok) return provider;
  const listed = asList(asJson(asJson(asJson(question.template['Resources'])[logicalId])['Properties'])['ClientIdList']).map(String);
  const added = (provider.value?.audiences ?? []).filter((audience) => !listed.includes(audience));
  if (foreign.length === 0 && (added.length === 0 || listed.length === 0)) return ok(null);
  const who = foreign.length > 0 ? `roles ${foreign.join(', ')} outside this stack trust it` : `audiences were added to it that are not of this stack: ${added.join(', ')}`;
  return ok({
    code: 'conflict',
    message: `The identity provider ${physicalId} would be deleted with the stack, but others use it: ${who}.`,
    action: 'Generate the template anew and deploy it first: it retains the provider. Then delete the stack.',
  });
}
