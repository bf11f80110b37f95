import type { Problem } from '../../core/model/problem';
import { ok, type Result } from '../../core/model/result';
import type { DeletionPlan, PlannedDeletion } from '../../core/plan/deletion-plan';
import { asJson, type TemplateBody } from '../../core/plan/template-body';
import type { Control } from '../control';
import { existingStack, type StackPlace } from '../preview/existing-stack';
import type { DeploymentPorts, Stack, StackResource } from '../ports';
import { parseTemplate } from '../preview/read-deployed';
import { sharedProvider } from '../preview/shared-provider';

export interface DeletionRequest extends StackPlace {
  /** Logical ids to retain, for a stack whose deletion has failed before. */
  readonly retain?: readonly string[];
  /** Of a management account: what reaches its members. */
  readonly stackSet?: string | undefined;
}

/** Finds out what deleting a stack would take away. Changes nothing. */
export async function planDeletion(ports: DeploymentPorts, request: DeletionRequest, { signal }: Control = {}): Promise<Result<DeletionPlan>> {
  const found = await existingStack(ports, request, signal);
  if (!found.ok) return found;
  const { stack, target } = found.value;
  const template = await ports.stacks.template(stack.id, signal);
  if (!template.ok) return template;
  const listed = await ports.stacks.resources(stack.id, signal);
  if (!listed.ok) return listed;
  const deciding = { stack, template: parseTemplate(template.value), listed: listed.value, retain: request.retain ?? [] };
  const fates = await decideFates(ports, deciding, signal);
  if (!fates.ok) return fates;
  const resources = fates.value.map(({ fate }) => fate);
  return ok({
    id: `defender-connectors-delete-${crypto.randomUUID()}`,
    target,
    stackId: stack.id,
    stackStatus: stack.status,
    resources,
    notes: notesOn(resources, request.stackSet),
    obstacle: protection(stack) ?? running(stack) ?? fates.value.find(({ obstacle }) => obstacle)?.obstacle ?? null,
  });
}

interface Deciding {
  readonly stack: Stack;
  readonly template: TemplateBody;
  readonly listed: readonly StackResource[];
  readonly retain: readonly string[];
}

interface Fate {
  readonly fate: PlannedDeletion;
  readonly obstacle?: Problem;
}

async function decideFates(ports: DeploymentPorts, deciding: Deciding, signal?: AbortSignal): Promise<Result<readonly Fate[]>> {
  const fates: Fate[] = [];
  for (const resource of deciding.listed) {
    const fate = plainFate(resource, deciding);
    if (fate.fate !== 'deleted' || resource.type !== 'AWS::IAM::OIDCProvider') {
      fates.push({ fate });
      continue;
    }
    const shared = await sharedProvider(ports, { resource, own: deciding.listed, template: deciding.template }, signal);
    if (!shared.ok) return shared;
    fates.push(shared.value ? { fate: { ...fate, why: shared.value.message }, obstacle: shared.value } : { fate });
  }
  return ok(fates);
}

function plainFate({ logicalId, physicalId, type, status }: StackResource, { stack, template, retain }: Deciding): PlannedDeletion {
  const entry = { logicalId, physicalId, type };
  if (status === 'DELETE_COMPLETE' || physicalId === null) return { ...entry, fate: 'gone', why: 'Not there any more.' };
  const policy = asJson(asJson(template['Resources'])[logicalId])['DeletionPolicy'];
  if (policy === 'Retain' || policy === 'RetainExceptOnCreate') return { ...entry, fate: 'retained', why: 'The template says to retain it.' };
  if (stack.status === 'DELETE_FAILED' && retain.includes(logicalId)) return { ...entry, fate: 'retained', why: 'You chose to retain it.' };
  return { ...entry, fate: 'deleted', why: type === 'AWS::S3::Bucket' ? 'Deleted only if it is empty.' : null };
}

const notesOn = (resources: readonly PlannedDeletion[], stackSet: string | undefined): readonly string[] => {
  const roles = resources.filter(({ type, fate }) => type === 'AWS::IAM::Role' && fate === 'deleted').length;
  const retained = resources.filter(({ fate }) => fate === 'retained');
  return [
    ...(roles > 0 ? [`Defender for Cloud can no longer use ${roles === 1 ? 'the role' : `the ${roles} roles`} of this stack: its plans stop working for this account.`] : []),
    ...(retained.length > 0 ? [`Stays in the account, outside any stack: ${retained.map(({ physicalId, logicalId }) => physicalId ?? logicalId).join(', ')}.`] : []),
    ...(stackSet === undefined ? [] : [`StackSet ${stackSet} and the roles that it made in member accounts stay: delete its instances, then the StackSet, in CloudFormation.`]),
    'The connector in Azure stays. Delete it there as well if the account is to be disconnected.',
  ];
};

const protection = ({ name, terminationProtection }: Stack): Problem | undefined =>
  terminationProtection
    ? {
        code: 'stackState',
        message: `Stack ${name} is protected against deletion.`,
        action: `Ask why; then turn termination protection off: aws cloudformation update-termination-protection --stack-name ${name} --no-enable-termination-protection`,
      }
    : undefined;

const running = ({ name, status }: Stack): Problem | undefined =>
  status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS'
    ? { code: 'stackState', message: `Stack ${name} is busy: its status is ${status}.`, action: 'Wait until that has ended, then review again.' }
    : undefined;
