import { formatOf } from '../../core/document/format-of';
import { readDocument } from '../../core/document/read-document';
import { toPlain } from '../../core/document/to-plain';
import { ok, type Result } from '../../core/model/result';
import { changeSetType } from '../../core/plan/change-set-type';
import { asJson, type TemplateBody } from '../../core/plan/template-body';
import type { Values } from '../../core/plan/template-scope';
import type { DeploymentPorts, Stack, StackResource } from '../ports';

/** What stands in AWS under a stack's name before a deployment. */
export interface Deployed {
  readonly type: 'create' | 'update';
  readonly status: string | null;
  readonly terminationProtection: boolean;
  /** Null for a stack that has to be created. */
  readonly content: DeployedContent | null;
}

export interface DeployedContent {
  readonly template: TemplateBody;
  readonly values: Values;
  readonly resources: readonly StackResource[];
}

/** Reads a stack, or explains why it takes no deployment in its present state. */
export async function readDeployed({ stacks }: DeploymentPorts, name: string, signal?: AbortSignal): Promise<Result<Deployed>> {
  const stack = await stacks.read(name, signal);
  if (!stack.ok) return stack;
  const status = stack.value?.status ?? null;
  const terminationProtection = stack.value?.terminationProtection ?? false;
  const type = changeSetType(name, status);
  if (!type.ok) return type;
  if (type.value === 'create' || !stack.value) return ok({ type: 'create', status, terminationProtection, content: null });
  const content = await readContent(stacks, stack.value, signal);
  return content.ok ? ok({ type: 'update', status, terminationProtection, content: content.value }) : content;
}

export async function readContent(stacks: DeploymentPorts['stacks'], stack: Stack, signal?: AbortSignal): Promise<Result<DeployedContent>> {
  const template = await stacks.template(stack.id, signal);
  if (!template.ok) return template;
  const resources = await stacks.resources(stack.id, signal);
  if (!resources.ok) return resources;
  return ok({
    template: parseTemplate(template.value),
    values: Object.fromEntries(stack.parameters.map(({ key, value }) => [key, value])),
    resources: resources.value,
  });
}

export function parseTemplate(text: string): TemplateBody {
  const { root } = readDocument(text, formatOf('', text));
  return asJson(root ? toPlain(root) : undefined);
}
