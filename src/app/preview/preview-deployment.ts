import type { Connector } from '../../core/model/connector';
import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';
import type { ChangeSetChange } from '../../core/plan/change-set';
import type { ChosenParameters } from '../../core/plan/choose-parameters';
import type { DeploymentPreview } from '../../core/plan/deployment-preview';
import { escalationsOf } from '../../core/plan/escalations';
import type { PreflightCheck, Resolutions } from '../../core/plan/preflight-check';
import { resourceChanges } from '../../core/plan/resource-changes';
import type { Values } from '../../core/plan/template-scope';
import type { TemplateText } from '../../core/plan/template-source';
import { checkUploadedTemplate } from './check-uploaded-template';
import { makeChangeSet, type ProposedChanges } from './make-change-set';
import type { ChangeSetRequest, DeploymentPorts } from '../ports';
import { preflight, type DeploymentPlan, type PreflightControl } from '../preflight/preflight';
import { removeLeftovers } from './remove-leftovers';
import { removeChangeSet } from './remove-change-set';

export interface PreviewRequest {
  readonly connector: Connector;
  /** What `generateTemplate` gives, or a template file of the user with its parsed body. */
  readonly template: TemplateText;
  /** Sentences to carry into the preview, such as what the generator left out. */
  readonly notes?: readonly string[];
  /** What was decided about names and providers that exist already. */
  readonly resolutions?: Resolutions;
  /** Values for parameters, in place of those that the stack has. */
  readonly values?: Values;
  /** The stack keeps every value that it has, also one that is only the default of the template that it has. */
  readonly keepValues?: true;
  /** The template is an earlier one of the stack. */
  readonly rollsBack?: true;
}

/** Finds out all that a deployment would do, as a change set that nobody has executed. Looks first: what fails there is never tried. */
export async function previewDeployment(
  ports: DeploymentPorts,
  request: PreviewRequest,
  control: PreflightControl = {},
): Promise<Result<DeploymentPreview>> {
  const { signal } = control;
  const { checks, plan } = await preflight(ports, request, control);
  if (!plan.ok) return plan;
  const { deployed, changeSet, template } = plan.value;
  const newStack = deployed.type === 'create';
  const proposed = await makeChangeSet(ports, changeSet, { signal, newStack });
  if (!proposed.ok) return proposed;
  if ('url' in changeSet.template) {
    const same = await checkUploadedTemplate(ports, proposed.value, template, signal);
    if (!same.ok) return takeBack(ports, proposed.value, newStack, same.error);
  }
  const cleaned = await removeLeftovers(ports, proposed.value);
  return ok(toPreview(ports, { request, plan: plan.value, checks, proposed: proposed.value, cleaned }));
}

async function takeBack(ports: DeploymentPorts, { stackId, changeSetId }: ProposedChanges, newStack: boolean, problem: Problem) {
  if (changeSetId !== null) await removeChangeSet(ports, { stackId, changeSetId, newStack });
  return err(problem);
}

interface Known {
  readonly request: PreviewRequest;
  readonly plan: DeploymentPlan;
  readonly checks: readonly PreflightCheck[];
  readonly proposed: ProposedChanges;
  /** Change sets of earlier previews that are gone now. */
  readonly cleaned: number;
}

function toPreview(ports: DeploymentPorts, { request, plan, checks, proposed, cleaned }: Known): DeploymentPreview {
  const { connector } = request;
  const { template } = plan;
  const { content } = plan.deployed;
  const templates = {
    before: content && { body: content.template, values: { ...plan.pseudo, ...content.values } },
    after: { body: template.body, values: { ...plan.pseudo, ...plan.parameters.values } },
  };
  return {
    target: {
      profile: ports.profile,
      accountId: plan.caller.accountId,
      callerArn: plan.caller.arn,
      region: ports.region,
      stack: connector.deployment.stack,
      connectorName: connector.name,
    },
    action: proposed.changeSetId === null ? 'none' : plan.changeSet.type,
    stackStatus: plan.deployed.status,
    changeSetId: proposed.changeSetId,
    stackId: proposed.stackId,
    ...(request.rollsBack ? { rollsBack: true as const } : {}),
    changes: resourceChanges(proposed.changes, templates),
    escalations: escalationsOf(proposed.changes, templates, connector.azure.tenant),
    template: plan.size,
    preflight: checks,
    audiencesToAdd: plan.providers.merges,
    notes: [...importNote(plan.changeSet), ...(request.notes ?? []), ...regionNote(connector, ports.region), ...membersNote(connector), ...plan.providers.notes, ...keptNote(plan.parameters), ...retainedNote(proposed.changes), ...cleanedNote(cleaned)],
  };
}

const importNote = ({ type }: ChangeSetRequest) =>
  type === 'import' ? ['This only takes over what exists; nothing in it changes. Deploy again after it for all else that the template says.'] : [];

const cleanedNote = (count: number) =>
  count > 0 ? [`${count === 1 ? 'A change set' : `${count} change sets`} that earlier previews had left on the stack ${count === 1 ? 'was' : 'were'} deleted.`] : [];

const regionNote = ({ deployment }: Connector, region: string) =>
  deployment.region === region ? [] : [`The connector file says region ${deployment.region}; this goes to ${region}.`];

/** A stack is in one account; nobody is to believe that the others got what it has. */
const membersNote = ({ account }: Connector) =>
  account.type === 'management'
    ? [
        `This deploys to the management account alone. Its members get the template from ${account.stackSet === undefined ? 'a StackSet' : `StackSet ${account.stackSet}`}, which is not changed here: ` +
          'generate --as script-aws writes the commands that create or update it, and verify says how its instances are.',
      ]
    : [];

const keptNote = ({ kept }: ChosenParameters) =>
  kept.length > 0 ? [`The stack keeps its own value of ${kept.join(', ')}, which differs from the template's.`] : [];

const retainedNote = (changes: readonly ChangeSetChange[]) => {
  const names = changes.filter(({ retained }) => retained).map(({ logicalId }) => logicalId);
  return names.length > 0 ? [`Removed from the stack, but kept in the account: ${names.join(', ')}.`] : [];
};
