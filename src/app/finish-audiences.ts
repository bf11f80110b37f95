import { err, ok, type Result } from '../core/model/result';
import type { StackOperation } from '../core/operation/stack-operation';
import type { DeploymentOutcome } from '../core/plan/deployment-preview';
import type { AudienceMerge } from '../core/plan/preflight-check';
import { providersIn } from '../core/plan/template-providers';
import { addAudiences } from './add-audiences';
import type { DeploymentPorts } from './ports';
import { readContent } from './preview/read-deployed';

/** Providers are touched last: whatever fails before leaves them as they were. */
export async function finishAudiences(ports: DeploymentPorts, merges: readonly AudienceMerge[], outcome: DeploymentOutcome): Promise<Result<DeploymentOutcome>> {
  const done = outcome.result === 'succeeded' || outcome.result === 'unchanged';
  if (!done || merges.length === 0) return ok(outcome);
  const added = await addAudiences(ports, merges);
  if (!added.ok)
    return err({
      ...added.error,
      message: `${outcome.summary} But the audiences that its roles trust could not be added to the identity provider: ${added.error.message}`,
      action: `${added.error.action ?? ''} Deploy again to add them; the stack stays as it is.`.trim(),
    });
  return ok({ ...outcome, summary: `${outcome.summary} The audiences that were missing are added to ${merges.map(({ url }) => url).join(', ')}.` });
}

/** The same for an operation of the journal, once: what was added, or cannot be, is not tried again by whoever comes next. */
export async function finishNoted(ports: DeploymentPorts, operation: Pick<StackOperation, 'id' | 'audiences'>, outcome: DeploymentOutcome): Promise<Result<DeploymentOutcome>> {
  const finished = await finishAudiences(ports, operation.audiences ?? [], outcome);
  if (finished.ok || !passing.has(finished.error.code)) await forgetAudiences(ports, operation.id, finished.ok ? finished.value.summary : finished.error.message);
  return finished;
}

/** What another look, or other credentials, may put right. */
const passing: ReadonlySet<string> = new Set(['network', 'throttled', 'credentials', 'cancelled']);

async function forgetAudiences({ journal }: DeploymentPorts, id: string, summary: string): Promise<void> {
  const noted = await journal?.read(id);
  if (!noted?.ok || !noted.value?.end || !noted.value.audiences) return;
  const { audiences: _done, ...rest } = noted.value;
  await journal?.write({ ...rest, end: { ...noted.value.end, summary } });
}

/** A note could have been changed by anybody: only what the deployed template's own providers list is added. */
export async function trustedAudiences(ports: DeploymentPorts, { audiences = [], stackId, target }: StackOperation): Promise<Result<readonly AudienceMerge[]>> {
  if (audiences.length === 0) return ok([]);
  const stack = await ports.stacks.read(stackId);
  if (!stack.ok) return stack;
  if (!stack.value) return ok([]);
  const content = await readContent(ports.stacks, stack.value);
  if (!content.ok) return content;
  const partition = stackId.split(':')[1] ?? 'aws';
  const pseudo = { 'AWS::AccountId': target.accountId, 'AWS::Partition': partition, 'AWS::Region': target.region, 'AWS::StackName': target.stack };
  const listed = providersIn({ body: content.value.template, values: { ...pseudo, ...content.value.values } });
  return ok(
    audiences.flatMap((merge) => {
      const own = listed.filter(({ url }) => bare(url) === bare(merge.url)).flatMap((provider) => provider.audiences);
      const kept = merge.audiences.filter((audience) => own.includes(audience));
      return kept.length > 0 && merge.providerArn.endsWith(`:oidc-provider/${bare(merge.url)}`) ? [{ ...merge, audiences: kept }] : [];
    }),
  );
}

const bare = (url: string) => url.replace(/^https:\/\//, '');
