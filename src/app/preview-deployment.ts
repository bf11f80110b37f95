import type { Connector } from '../core/model/connector';
import type { Problem } from '../core/model/problem';
import { err, ok, type Result } from '../core/model/result';
import type { ChangeSetChange } from '../core/plan/change-set';
import { chooseParameters, type ChosenParameters } from '../core/plan/choose-parameters';
import type { DeploymentPreview } from '../core/plan/deployment-preview';
import { resourceChanges } from '../core/plan/resource-changes';
import type { Values } from '../core/plan/template-scope';
import { templateSource, type TemplateSource, type TemplateText } from '../core/plan/template-source';
import { checkAccount } from './check-account';
import { checkUploadedTemplate } from './check-uploaded-template';
import type { Control } from './control';
import { decideProviders, type ProviderDecision } from './decide-providers';
import { makeChangeSet, type ProposedChanges } from './make-change-set';
import type { ChangeSetRequest, DeploymentPorts, Identity } from './ports';
import { readDeployed, type Deployed } from './read-deployed';
import { removeChangeSet } from './remove-change-set';

export interface PreviewRequest {
  readonly connector: Connector;
  /** What `generateTemplate` gives, or a template file of the user with its parsed body. */
  readonly template: TemplateText;
  /** Sentences to carry into the preview, such as what the generator left out. */
  readonly notes?: readonly string[];
}

/** Finds out all that a deployment would do, as a change set that nobody has executed. */
export async function previewDeployment(
  ports: DeploymentPorts,
  request: PreviewRequest,
  { signal }: Control = {},
): Promise<Result<DeploymentPreview>> {
  const plan = await planDeployment(ports, request, signal);
  if (!plan.ok) return plan;
  const { deployed, changeSet } = plan.value;
  const newStack = deployed.status === null;
  const proposed = await makeChangeSet(ports, changeSet, { signal, newStack });
  if (!proposed.ok) return proposed;
  if ('url' in changeSet.template) {
    const same = await checkUploadedTemplate(ports, proposed.value, request.template, signal);
    if (!same.ok) return takeBack(ports, proposed.value, newStack, same.error);
  }
  return ok(toPreview(ports, { request, plan: plan.value, proposed: proposed.value }));
}

async function takeBack(ports: DeploymentPorts, { stackId, changeSetId }: ProposedChanges, newStack: boolean, problem: Problem) {
  if (changeSetId !== null) await removeChangeSet(ports, { stackId, changeSetId, newStack });
  return err(problem);
}

interface Plan {
  readonly caller: Identity;
  readonly deployed: Deployed;
  readonly size: DeploymentPreview['template'];
  readonly pseudo: Values;
  readonly parameters: ChosenParameters;
  readonly providers: ProviderDecision;
  readonly changeSet: ChangeSetRequest;
}

/** Everything that can be found out by looking. Changes nothing in AWS. */
async function planDeployment(ports: DeploymentPorts, request: PreviewRequest, signal?: AbortSignal): Promise<Result<Plan>> {
  const { connector, template } = request;
  const travel = templateSource(template);
  if (!travel.ok) return travel;
  const caller = await checkAccount(ports, connector.account.id, signal);
  if (!caller.ok) return caller;
  const deployed = await readDeployed(ports, connector.deployment.stack, signal);
  if (!deployed.ok) return deployed;
  const capabilities = await checkTemplate(ports, travel.value.source, signal);
  if (!capabilities.ok) return capabilities;

  const pseudo = pseudoParameters(caller.value, ports.region, connector.deployment.stack);
  const chosen = await choose(ports, { template: template.body, deployed: deployed.value, pseudo }, signal);
  if (!chosen.ok) return chosen;
  return ok({
    caller: caller.value,
    deployed: deployed.value,
    size: travel.value.size,
    pseudo,
    ...chosen.value,
    changeSet: {
      stack: connector.deployment.stack,
      name: `defender-connectors-${crypto.randomUUID()}`,
      type: deployed.value.type,
      template: travel.value.source,
      parameters: chosen.value.parameters.choices,
      capabilities: capabilities.value,
      description: `Defender connector ${connector.name}`,
    },
  });
}

async function checkTemplate({ stacks }: DeploymentPorts, template: TemplateSource, signal?: AbortSignal) {
  const check = await stacks.validate(template, signal);
  if (!check.ok) return check;
  const { transforms, capabilities } = check.value;
  if (transforms.length === 0) return ok(capabilities.filter((name) => name !== 'CAPABILITY_AUTO_EXPAND'));
  return err({
    code: 'invalidInput' as const,
    message: `The template uses ${transforms.join(', ')}, which would rewrite it after the preview was read.`,
    action: 'Use a template without transforms.',
  });
}

interface Choosing {
  readonly template: TemplateText['body'];
  readonly deployed: Deployed;
  readonly pseudo: Values;
}

async function choose(ports: DeploymentPorts, { template, deployed, pseudo }: Choosing, signal?: AbortSignal) {
  const question = { template, previous: deployed.content };
  const first = chooseParameters({ ...question, decided: {} });
  const scope = { body: template, values: { ...pseudo, ...first.values } };
  const providers = await decideProviders(ports, { scope, owned: deployed.content?.resources ?? [] }, signal);
  if (!providers.ok) return providers;
  const parameters = chooseParameters({ ...question, decided: providers.value.values });
  if (parameters.missing.length === 0) return ok({ parameters, providers: providers.value });
  return err({
    code: 'invalidInput' as const,
    message: `The template has no value for ${parameters.missing.join(', ')}.`,
    action: 'Give these parameters a default in the template.',
  });
}

interface Known {
  readonly request: PreviewRequest;
  readonly plan: Plan;
  readonly proposed: ProposedChanges;
}

function toPreview(ports: DeploymentPorts, { request, plan, proposed }: Known): DeploymentPreview {
  const { connector, template } = request;
  const { content } = plan.deployed;
  return {
    target: {
      profile: ports.profile,
      accountId: plan.caller.accountId,
      callerArn: plan.caller.arn,
      region: ports.region,
      stack: connector.deployment.stack,
      connectorName: connector.name,
    },
    action: proposed.changeSetId === null ? 'none' : plan.deployed.type,
    stackStatus: plan.deployed.status,
    changeSetId: proposed.changeSetId,
    stackId: proposed.stackId,
    changes: resourceChanges(proposed.changes, {
      before: content && { body: content.template, values: { ...plan.pseudo, ...content.values } },
      after: { body: template.body, values: { ...plan.pseudo, ...plan.parameters.values } },
    }),
    template: plan.size,
    notes: [...(request.notes ?? []), ...regionNote(connector, ports.region), ...plan.providers.notes, ...keptNote(plan.parameters), ...retainedNote(proposed.changes)],
  };
}

const regionNote = ({ deployment }: Connector, region: string) =>
  deployment.region === region ? [] : [`The connector file says region ${deployment.region}; this goes to ${region}.`];

const keptNote = ({ kept }: ChosenParameters) =>
  kept.length > 0 ? [`The stack keeps its own value of ${kept.join(', ')}, which differs from the template's.`] : [];

const retainedNote = (changes: readonly ChangeSetChange[]) => {
  const names = changes.filter(({ retained }) => retained).map(({ logicalId }) => logicalId);
  return names.length > 0 ? [`Removed from the stack, but kept in the account: ${names.join(', ')}.`] : [];
};

const pseudoParameters = ({ accountId, partition }: Identity, region: string, stack: string): Values => ({
  'AWS::AccountId': accountId,
  'AWS::Partition': partition,
  'AWS::Region': region,
  'AWS::StackName': stack,
});
