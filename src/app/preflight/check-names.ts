import { err, ok, type Result } from '../../core/model/result';
import type { Problem } from '../../core/model/problem';
import { namedResources, type NamedResource } from '../../core/plan/named-resources';
import type { ResourceToImport } from '../../core/plan/import-template';
import type { NameConflict, NameOwner, Resolution, Resolutions } from '../../core/plan/preflight-check';
import { choicesForName, importedAsItIs, whyNoImport } from './choices';
import { findOwner, ownerWords, type OwnedThing } from './find-owner';
import { inTurn } from './in-turn';
import { policyArn, readImport } from './read-imports';
import type { FullLook } from './look';

/** Looks up in IAM each name that the template will take. Never by trying to create it. Gives what is to be imported. */
export async function checkNames(look: FullLook, resolutions: Resolutions): Promise<Result<readonly ResourceToImport[]>> {
  const answers = await inTurn(namedResources(look.scope), (resource) => checkName(look, resource, resolutions[resource.logicalId]));
  const names = (verdict: Verdict) => answers.flatMap((answer) => (answer.ok && answer.value.verdict === verdict ? [answer.value.name] : []));
  sayFree(look, names('free'), names('ours'));
  const refused = answers.find((answer): answer is Extract<typeof answer, { ok: false }> => !answer.ok);
  return refused ?? ok(answers.flatMap((answer) => (answer.ok && answer.value.imported ? [answer.value.imported] : [])));
}

/** `told`: there is a check of its own for it. */
type Verdict = 'free' | 'ours' | 'told';

interface Judged {
  readonly name: string;
  readonly verdict: Verdict;
  readonly imported?: ResourceToImport;
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
  const owner = await lookUp(look, resource);
  const imports = resolution?.kind === 'import';
  // What is to be imported exists: without a look at it, it would be made a second time.
  if (!owner.ok && imports) return list.failed(check, owner.error);
  if (!owner.ok) {
    list.unknown({ ...check, fix: 'Allow the profile to read it, or make sure yourself that the name is free.' }, owner.error);
    return ok({ name, verdict: 'told' });
  }
  if (!owner.value) return ok({ name, verdict: 'free' });
  if (owner.value.kind === 'thisStack') return ok({ name, verdict: 'ours' });
  const evidence = `The name is taken: ${ownerWords(owner.value)}.`;
  if (!imports || owner.value.kind !== 'unknown')
    return list.failed({ ...check, conflict: conflictOf(look, resource, owner.value, null) }, taken(resource, owner.value));
  const imported = await readImport(look, resource);
  if (!imported.ok) return list.failed(check, imported.error);
  list.passed({ ...check, evidence: `${evidence} ${importedAsItIs}`, conflict: conflictOf(look, resource, owner.value, 'import') });
  return ok({ name, verdict: 'told', imported: imported.value });
}

/** Who has the name; null for nobody. */
async function lookUp(look: FullLook, resource: NamedResource): Promise<Result<NameOwner | null>> {
  const found = await find(look, resource);
  return found.ok && found.value ? findOwner(look, found.value) : (found as Result<null>);
}

async function find({ ports, caller, signal }: FullLook, { type, name, path }: NamedResource): Promise<Result<OwnedThing | null>> {
  if (type === 'AWS::IAM::Role') {
    const role = await ports.iam.role(name, signal);
    if (!role.ok || !role.value) return role as Result<null>;
    const looksLikeSentinel = role.value.name.startsWith('OIDC_') || JSON.stringify(role.value.trust).includes('MicrosoftSentinel_');
    return ok({ physicalId: role.value.name, type, tags: role.value.tags, looksLikeSentinel });
  }
  const arn = policyArn(caller, { path, name });
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

const taken = (resource: NamedResource, owner: NameOwner): Problem => ({
  code: 'conflict',
  message: `${kindOf(resource)} ${resource.name}, which the template makes as ${resource.logicalId}, exists already: ${ownerWords(owner)}.${whyNoImport(owner)}`,
  action: `Choose: ${choicesForName(resource, owner, '').map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1)).join('; ')}.`,
});

const kindOf = ({ type }: NamedResource): string => (type === 'AWS::IAM::Role' ? 'Role' : 'Managed policy');
