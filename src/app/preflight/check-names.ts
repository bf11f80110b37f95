import { err, ok, type Result } from '../../core/model/result';
import type { Problem } from '../../core/model/problem';
import { namedResources, type NamedResource } from '../../core/plan/named-resources';
import type { NameConflict, NameOwner, Resolution, Resolutions } from '../../core/plan/preflight-check';
import { choicesForName } from './choices';
import { findOwner, ownerWords, type OwnedThing } from './find-owner';
import { inTurn } from './in-turn';
import type { FullLook } from './look';

/** Looks up in IAM each name that the template will take. Never by trying to create it. */
export async function checkNames(look: FullLook, resolutions: Resolutions): Promise<Result<void>> {
  const answers = await inTurn(namedResources(look.scope), (resource) => checkName(look, resource, resolutions[resource.logicalId]));
  const names = (verdict: Verdict) => answers.flatMap((answer) => (answer.ok && answer.value.verdict === verdict ? [answer.value.name] : []));
  sayFree(look, names('free'), names('ours'));
  return answers.find((answer): answer is Extract<typeof answer, { ok: false }> => !answer.ok) ?? ok(undefined);
}

/** `told`: there is a check of its own for it. */
type Verdict = 'free' | 'ours' | 'told';

interface Judged {
  readonly name: string;
  readonly verdict: Verdict;
}

/** Tens of names that are right are one line, not tens. */
function sayFree({ list }: FullLook, free: readonly string[], ours: readonly string[]): void {
  const parts = [
    ...(free.length > 0 ? [`Not taken in the account: ${free.join(', ')}.`] : []),
    ...(ours.length > 0 ? [`Of this stack: ${ours.join(', ')}.`] : []),
  ];
  if (parts.length > 0) list.passed({ id: 'names', title: 'Names of roles and policies', evidence: parts.join(' ') });
}

async function checkName(look: FullLook, resource: NamedResource, resolution: Resolution | undefined): Promise<Result<Judged>> {
  const { list } = look;
  const { name } = resource;
  const check = { id: `name/${resource.logicalId}`, title: `${kindOf(resource)} ${resource.name}` };
  const found = await find(look, resource);
  if (!found.ok) {
    list.unknown({ ...check, fix: 'Allow the profile to read it, or make sure yourself that the name is free.' }, found.error);
    return ok({ name, verdict: 'told' });
  }
  if (!found.value) return ok({ name, verdict: 'free' });
  const owner = await findOwner(look, found.value);
  if (!owner.ok) {
    list.unknown(check, owner.error);
    return ok({ name, verdict: 'told' });
  }
  if (owner.value.kind === 'thisStack') return ok({ name, verdict: 'ours' });
  const evidence = `The name is taken: ${ownerWords(owner.value)}.`;
  if (resolution?.kind === 'import' && owner.value.kind === 'unknown') list.warn({ ...check, evidence, fix: imported, conflict: conflictOf(look, resource, owner.value, 'import') });
  else return list.failed({ ...check, conflict: conflictOf(look, resource, owner.value, null) }, taken(resource, owner.value));
  return ok({ name, verdict: 'told' });
}

async function find({ ports, caller, signal }: FullLook, { type, name, path }: NamedResource): Promise<Result<OwnedThing | null>> {
  if (type === 'AWS::IAM::Role') {
    const role = await ports.iam.role(name, signal);
    if (!role.ok || !role.value) return role as Result<null>;
    const looksLikeSentinel = role.value.name.startsWith('OIDC_') || JSON.stringify(role.value.trust).includes('MicrosoftSentinel_');
    return ok({ physicalId: role.value.name, type, tags: role.value.tags, looksLikeSentinel });
  }
  const arn = `arn:${caller.partition}:iam::${caller.accountId}:policy${path}${name}`;
  const policy = await ports.iam.managedPolicy(arn, signal);
  return policy.ok ? ok(policy.value && { physicalId: arn, type, tags: policy.value.tags, looksLikeSentinel: false }) : err(policy.error);
}

const conflictOf = (look: FullLook, resource: NamedResource, owner: NameOwner, chosen: NameConflict['chosen']): NameConflict => ({
  logicalId: resource.logicalId,
  type: resource.type,
  name: resource.name,
  owner,
  choices: choicesForName(resource, owner, look.stack),
  chosen,
});

const imported =
  'The stack takes it over as it is now, with its present permissions and trust; look for drift afterwards to see how it differs from the template.';

const taken = (resource: NamedResource, owner: NameOwner): Problem => ({
  code: 'conflict',
  message: `${kindOf(resource)} ${resource.name}, which the template makes as ${resource.logicalId}, exists already: ${ownerWords(owner)}.`,
  action: `Choose: ${choicesForName(resource, owner, '').map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1)).join('; ')}.`,
});

const kindOf = ({ type }: NamedResource): string => (type === 'AWS::IAM::Role' ? 'Role' : 'Managed policy');
