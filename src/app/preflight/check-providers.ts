import type { IdentityProvider } from '../../core/model/identity-provider';
import type { Problem } from '../../core/model/problem';
import { ok, type Result } from '../../core/model/result';
import { providerAsItIs, type ResourceToImport } from '../../core/plan/import-template';
import type { AudienceMerge, NameConflict, NameOwner, Resolution, Resolutions } from '../../core/plan/preflight-check';
import { providersIn, valuesToMake, type TemplateProvider } from '../../core/plan/template-providers';
import type { Values } from '../../core/plan/template-scope';
import type { CheckList } from './check-list';
import { choicesForAudiences, choicesForProvider, importedAsItIs, whyNoImport, type AudienceDifference } from './choices';
import { findOwner, onlySentinel, ownerWords } from './find-owner';
import type { FullLook } from './look';

export interface ProviderDecision {
  /** Parameter values that tell the template which providers to make. */
  readonly values: Values;
  readonly notes: readonly string[];
  readonly merges: readonly AudienceMerge[];
  readonly imports: readonly ResourceToImport[];
}

/**
 * Looks in IAM for every provider that the template can make. One that exists outside the stack must not be made
 * again: creating it fails, and a rollback of such a failure has deleted the provider that others use.
 */
export async function checkProviders(look: FullLook, resolutions: Resolutions): Promise<Result<ProviderDecision>> {
  let decided: ProviderDecision = { values: {}, notes: [], merges: [], imports: [] };
  for (const provider of providersIn(look.scope)) {
    const scope = { ...look.scope, values: { ...look.scope.values, ...decided.values } };
    const next = await decide({ ...look, scope }, provider, resolutions[provider.logicalId]);
    if (!next.ok) return next;
    decided = {
      values: { ...decided.values, ...next.value.values },
      notes: [...decided.notes, ...next.value.notes],
      merges: [...decided.merges, ...next.value.merges],
      imports: [...decided.imports, ...next.value.imports],
    };
  }
  return ok(decided);
}

async function decide(look: FullLook, provider: TemplateProvider, resolution: Resolution | undefined): Promise<Result<ProviderDecision>> {
  const { ports, list, scope, signal } = look;
  const check = { id: `provider/${provider.logicalId}`, title: `Identity provider ${provider.url.replace('https://', '')}` };
  const present = await ports.providers.find(provider.url, signal);
  if (!present.ok) return list.failed(check, present.error);
  const owner = present.value ? await findOwner(look, thing(present.value)) : ok(null);
  if (!owner.ok) return list.failed(check, owner.error);
  if (!present.value || !owner.value || owner.value.kind === 'thisStack') {
    sayFree(list, check, provider, present.value);
    return ok({ ...nothingElse, values: valuesToMake(provider.logicalId, true, scope) ?? {} });
  }
  const found: Found = { provider, present: present.value, owner: owner.value };
  const values = valuesToMake(provider.logicalId, false, scope);
  const choices = choicesForProvider(differenceIn(found), owner.value, values !== null);
  if (isImported(found, resolution)) {
    list.passed({ ...check, evidence: `${evidenceOf(found)} ${importedAsItIs}`, conflict: conflictOf(found, choices, 'import') });
    return ok({ ...nothingElse, values: valuesToMake(provider.logicalId, true, scope) ?? {}, imports: [toImport(found)] });
  }
  if (values === null) return list.failed({ ...check, conflict: conflictOf(found, choices, null) }, cannotLeaveOut(found));
  return ok({ values, notes: notesOn(found, resolution), merges: judge(look, check, found, resolution), imports: [] });
}

const isImported = ({ owner }: Found, resolution: Resolution | undefined) => resolution?.kind === 'import' && owner.kind === 'unknown';

const nothingElse = { notes: [], merges: [], imports: [] } as const;

/** One that the stack makes, or has made: what others have added to it is said before an update takes it away. */
function sayFree(list: CheckList, check: { id: string; title: string }, provider: TemplateProvider, present: IdentityProvider | null): void {
  const unnamed = present?.audiences.filter((audience) => !provider.audiences.includes(audience)) ?? [];
  if (unnamed.length === 0) return list.passed({ ...check, evidence: present ? 'It belongs to this stack.' : absent });
  list.warn({
    ...check,
    evidence: `It belongs to this stack and has ${unnamed.join(', ')}, which the template does not name: a deployment that changes the provider takes that away.`,
    fix: 'Where others use it, have the template name it, too.',
  });
}

const toImport = ({ provider, present }: Found): ResourceToImport => ({
  logicalId: provider.logicalId,
  type: 'AWS::IAM::OIDCProvider',
  identifier: present.arn,
  properties: providerAsItIs(provider.url, present),
});

interface Found {
  readonly provider: TemplateProvider;
  readonly present: IdentityProvider;
  readonly owner: NameOwner;
}

/** Says what is missing, and what the choice, if there was one, will add. */
function judge({ list }: FullLook, check: { id: string; title: string }, found: Found, resolution: Resolution | undefined): readonly AudienceMerge[] {
  const { present, owner } = found;
  const difference = differenceIn(found);
  const { missing } = difference;
  const evidence = evidenceOf(found);
  if (missing.length === 0) {
    const choices = choicesForProvider(difference, owner, true);
    const conflict = owner.kind === 'unknown' ? conflictOf(found, choices, 'keepAudiences') : null;
    list.passed({ ...check, evidence: `${evidence} All that the template's roles need are among them.`, conflict });
    return [];
  }
  const merge = resolution?.kind === 'mergeAudiences';
  const conflict = conflictOf(found, choicesForAudiences(difference, owner), merge ? 'mergeAudiences' : 'keepAudiences');
  const words = `${evidence} It lacks ${missing.join(', ')}.`;
  if (merge) list.passed({ ...check, evidence: `${words} They are added when the deployment has succeeded.`, conflict });
  else list.warn({ ...check, evidence: words, fix: 'Choose whether to add them, or have the owner of the provider do it.', conflict });
  return merge ? [{ providerArn: present.arn, url: present.url, audiences: missing }] : [];
}

const evidenceOf = ({ present, owner }: Found) => `It exists, ${ownerWords(owner)}; audiences: ${present.audiences.join(', ') || 'none'}.${whyNoImport(owner)}`;

const differenceIn = ({ provider, present }: Found): AudienceDifference => ({
  missing: provider.audiences.filter((audience) => !present.audiences.includes(audience)),
  unnamed: present.audiences.filter((audience) => !provider.audiences.includes(audience)),
});

const conflictOf = ({ provider, present, owner }: Found, choices: NameConflict['choices'], chosen: NameConflict['chosen']): NameConflict => ({
  logicalId: provider.logicalId,
  type: 'AWS::IAM::OIDCProvider',
  name: present.url,
  owner,
  choices,
  chosen,
});

const thing = ({ arn, tags, audiences }: IdentityProvider) => ({
  physicalId: arn,
  type: 'AWS::IAM::OIDCProvider',
  tags,
  looksLikeSentinel: onlySentinel(audiences),
});

const absent = 'It is not in the account: the stack makes it.';

const cannotLeaveOut = ({ provider: { logicalId }, present: { url } }: Found): Problem => ({
  code: 'conflict',
  message: `The identity provider ${url} exists already in the account, and the template would create it again as ${logicalId}.`,
  action: 'Import it into the stack where that is offered; or give the resource a condition with a parameter that turns it off, or generate the template anew.',
});

function notesOn(found: Found, resolution: Resolution | undefined): readonly string[] {
  const { url } = found.present;
  const { missing } = differenceIn(found);
  const plural = missing.length > 1 ? 's' : '';
  const used = `The identity provider ${url} exists already outside this stack: it is used as it is, neither created nor changed.`;
  if (missing.length === 0) return [used];
  if (resolution?.kind === 'mergeAudiences')
    return [`The identity provider ${url} exists already outside this stack: it gets the audience${plural} ${missing.join(', ')} when the deployment has succeeded.`];
  return [used, `It lacks the audience${plural} ${missing.join(', ')}: roles that trust these cannot be used until whoever owns the provider adds them.`];
}
