import { audienceByValue } from '../../core/catalog/audience-by-value';
import { ok, type Result } from '../../core/model/result';
import type { Tags } from '../../core/model/iam-role';
import type { NameOwner } from '../../core/plan/preflight-check';
import type { FullLook } from './look';

export interface OwnedThing {
  /** As CloudFormation names it: a role's name, a policy's or a provider's ARN. */
  readonly physicalId: string;
  readonly type: string;
  readonly tags: Tags;
  /** Sentinel made it, as far as it can be seen in the thing itself. */
  readonly looksLikeSentinel: boolean;
}

/** Who made something in IAM. Stacks of other regions are known only by the tags that CloudFormation puts where it can. */
export async function findOwner({ ports, deployed, signal }: FullLook, thing: OwnedThing): Promise<Result<NameOwner>> {
  const { physicalId, type, tags } = thing;
  const owned = deployed.content?.resources ?? [];
  if (owned.some((resource) => resource.type === type && resource.physicalId === physicalId)) return ok({ kind: 'thisStack' });
  const owner = await ports.stacks.owner(physicalId, signal);
  if (!owner.ok) return owner;
  if (owner.value) return ok({ kind: 'stack', ...owner.value, region: regionOf(owner.value.stackId) ?? ports.region });
  const stackId = tags['aws:cloudformation:stack-id'];
  const region = stackId && regionOf(stackId);
  if (stackId && region) return ok({ kind: 'stack', stackId, stackName: tags['aws:cloudformation:stack-name'] ?? stackId, region });
  return ok({ kind: thing.looksLikeSentinel ? 'sentinel' : 'unknown' });
}

const regionOf = (stackId: string): string | undefined => stackId.split(':')[3];

/** Sentinel's audience alone: a provider of Defender's carries that one too, beside its own. */
export const onlySentinel = (audiences: readonly string[]): boolean => audiences.length > 0 && audiences.every(isOfSentinel);

const isOfSentinel = (audience: string) => audienceByValue(audience)?.purpose.startsWith('Microsoft Sentinel') ?? false;

/** In a sentence: "it belongs to …". */
export function ownerWords(owner: NameOwner): string {
  switch (owner.kind) {
    case 'thisStack':
      return 'it belongs to this stack';
    case 'stack':
      return `it belongs to stack ${owner.stackName} in ${owner.region}`;
    case 'sentinel':
      return 'it looks like that of Microsoft Sentinel';
    case 'unknown':
      return 'no stack of this region owns it, so who made it is unknown';
  }
}
