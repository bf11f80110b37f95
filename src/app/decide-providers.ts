import type { IdentityProvider } from '../core/model/identity-provider';
import type { Problem } from '../core/model/problem';
import { err, ok, type Result } from '../core/model/result';
import { providersIn, valuesToMake, type TemplateProvider } from '../core/plan/template-providers';
import type { TemplateScope, Values } from '../core/plan/template-scope';
import type { ProvidersPort, StackResource } from './ports';

export interface ProviderDecision {
  /** Parameter values that tell the template which providers to make. */
  readonly values: Values;
  readonly notes: readonly string[];
}

/**
 * Looks in IAM for every provider that the template can make. One that exists outside the stack must not be made
 * again: creating it fails, and a rollback of such a failure has deleted the provider that others use.
 */
export async function decideProviders(
  { providers }: { readonly providers: ProvidersPort },
  { scope, owned }: { readonly scope: TemplateScope; readonly owned: readonly StackResource[] },
  signal?: AbortSignal,
): Promise<Result<ProviderDecision>> {
  let decided: ProviderDecision = { values: {}, notes: [] };
  for (const provider of providersIn(scope)) {
    const existing = await providers.find(provider.url, signal);
    if (!existing.ok) return existing;
    const foreign = existing.value && !owned.some(({ physicalId }) => physicalId === existing.value?.arn) ? existing.value : null;
    const current = { ...scope, values: { ...scope.values, ...decided.values } };
    const values = valuesToMake(provider.logicalId, foreign === null, current);
    if (values === null && foreign) return err(cannotLeaveOut(provider, foreign));
    decided = {
      values: { ...decided.values, ...values },
      notes: [...decided.notes, ...(foreign ? notesOn(provider, foreign) : [])],
    };
  }
  return ok(decided);
}

const cannotLeaveOut = ({ logicalId }: TemplateProvider, { url }: IdentityProvider): Problem => ({
  code: 'conflict',
  message: `The identity provider ${url} exists already in the account, and the template would create it again as ${logicalId}.`,
  action: 'Give that resource a condition with a parameter that turns it off, or generate the template anew.',
});

function notesOn(provider: TemplateProvider, { url, audiences }: IdentityProvider): readonly string[] {
  const missing = provider.audiences.filter((audience) => !audiences.includes(audience));
  return [
    `The identity provider ${url} exists already outside this stack: it is used as it is, neither created nor changed.`,
    ...(missing.length > 0
      ? [
          `It lacks the audience${missing.length > 1 ? 's' : ''} ${missing.join(', ')}: roles that trust these cannot be used until whoever owns the provider adds them.`,
        ]
      : []),
  ];
}
