import { ok, type Result } from '../../core/model/result';
import type { Connector } from '../../core/model/connector';
import { chooseParameters } from '../../core/plan/choose-parameters';
import { liveDifferences, type LiveRole } from '../../core/plan/live-differences';
import { rolePictures } from '../../core/plan/role-pictures';
import { runtimeReasons, templateDifferences } from '../../core/plan/template-differences';
import { providersIn } from '../../core/plan/template-providers';
import type { TemplateBody } from '../../core/plan/template-body';
import type { TemplateScope, Values } from '../../core/plan/template-scope';
import type { UpdateAdvice, UpdateReason } from '../../core/plan/update-advice';
import { checkAccount } from '../check-account';
import type { Control } from '../control';
import type { DeploymentPorts, Stack } from '../ports';
import { readContent, type DeployedContent } from '../preview/read-deployed';

export interface AdviceRequest {
  readonly connector: Connector;
  /** What would be deployed now. */
  readonly template: TemplateBody;
  /** The stack would keep every value that it has. */
  readonly keepValues?: true | undefined;
}

/** Compares what the connector wants with what is deployed and with what stands in IAM. Changes nothing. */
export async function adviseUpdate(ports: DeploymentPorts, { connector, template, keepValues }: AdviceRequest, { signal }: Control = {}): Promise<Result<UpdateAdvice>> {
  const caller = await checkAccount(ports, connector.account.id, signal);
  if (!caller.ok) return caller;
  const stack = await ports.stacks.read(connector.deployment.stack, signal);
  if (!stack.ok) return stack;
  if (!stack.value || /^(REVIEW_IN_PROGRESS|DELETE_COMPLETE)$/.test(stack.value.status)) return ok({ state: 'notDeployed', reasons: [], gaps: [] });
  const content = await readContent(ports.stacks, stack.value, signal);
  if (!content.ok) return content;
  const pseudo: Values = {
    'AWS::AccountId': caller.value.accountId, 'AWS::Partition': caller.value.partition, 'AWS::Region': ports.region, 'AWS::StackName': stack.value.name,
  };
  const deployed = { body: content.value.template, values: { ...pseudo, ...content.value.values } };
  const wanted = { body: template, values: { ...pseudo, ...chooseParameters({ template, previous: content.value, decided: {}, keepAll: keepValues }).values } };
  const live = await compareLive(ports, deployed, content.value, signal);
  const reasons = [...errorReason(stack.value), ...templateDifferences(deployed, wanted), ...runtimeReasons(deployed), ...live.reasons];
  return ok({ state: reasons.length > 0 ? 'updateNeeded' : 'upToDate', reasons, gaps: live.gaps });
}

const errorReason = ({ name, status }: Stack): readonly UpdateReason[] =>
  /_FAILED$|^ROLLBACK_COMPLETE$|^UPDATE_ROLLBACK_COMPLETE$/.test(status)
    ? [{ kind: 'error', resource: null, message: status === 'UPDATE_ROLLBACK_COMPLETE' ? `The last update of stack ${name} failed and was taken back.` : `Stack ${name} failed: its status is ${status}.` }]
    : [];

interface LiveComparison {
  readonly reasons: readonly UpdateReason[];
  readonly gaps: readonly string[];
}

/** What IAM cannot be asked is a gap and no failure: the rest is worth knowing. */
async function compareLive(ports: DeploymentPorts, deployed: TemplateScope, { resources }: DeployedContent, signal?: AbortSignal): Promise<LiveComparison> {
  const physical = new Map(resources.map(({ logicalId, physicalId }) => [logicalId, physicalId]));
  const roles = [...rolePictures(deployed).values()].filter(({ logicalId }) => physical.get(logicalId) != null);
  const looks = await Promise.all(
    roles.map(async (picture) => {
      const live = await readLive(ports, physical.get(picture.logicalId) ?? '', signal);
      return live.ok ? { reasons: liveDifferences(picture, live.value), gap: [] } : { reasons: [], gap: [live.error.message] };
    }),
  );
  const providers = await compareProviders(ports, deployed, physical, signal);
  return { reasons: [...looks.flatMap(({ reasons }) => reasons), ...providers.reasons], gaps: [...new Set([...looks.flatMap(({ gap }) => gap), ...providers.gaps])] };
}

async function readLive({ iam }: DeploymentPorts, name: string, signal?: AbortSignal): Promise<Result<LiveRole | null>> {
  const role = await iam.role(name, signal);
  if (!role.ok) return role;
  const policies = await iam.rolePolicies(name, signal);
  if (!policies.ok) return policies;
  return ok(role.value && policies.value ? { role: role.value, policies: policies.value } : null);
}

async function compareProviders(
  { providers }: DeploymentPorts,
  deployed: TemplateScope,
  physical: ReadonlyMap<string, string | null>,
  signal?: AbortSignal,
): Promise<LiveComparison> {
  const reasons: UpdateReason[] = [];
  const gaps: string[] = [];
  for (const { logicalId, url, audiences } of providersIn(deployed)) {
    const found = await providers.find(url, signal);
    if (!found.ok) gaps.push(found.error.message);
    else if (!found.value) reasons.push({ kind: 'drift', resource: logicalId, message: `In AWS, the identity provider ${url} is gone.` });
    else if (physical.get(logicalId) != null) {
      const lacks = audiences.filter((audience) => !found.value?.audiences.includes(audience));
      if (lacks.length > 0) reasons.push({ kind: 'drift', resource: logicalId, message: `In AWS, the identity provider ${url} lacks ${lacks.join(', ')}.` });
    }
  }
  return { reasons, gaps };
}
