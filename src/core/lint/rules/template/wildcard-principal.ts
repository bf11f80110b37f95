import { providerFor } from '../../../catalog/provider-for';
import { providerById } from '../../../catalog/provider-by-id';
import type { LocatedEntry } from '../../../document/located';
import type { Fix } from '../../../model/finding';
import { resourceRule } from '../../rule';
import type { RoleView } from '../../view/role-view';
import type { TemplateView } from '../../view/template-view';
import { pathOf } from '../../view/token-statements';
import type { TrustStatement } from '../../view/trust-statement';

/** A trust policy names who may come in: a wildcard there opens the account. */
export const wildcardPrincipal = resourceRule({
  id: 'template/wildcard-principal',
  severity: 'error',
  summary: "The roles trust Defender's identity provider by name, and nobody by wildcard.",
  why: `A role with the principal \`*\`, or with \`NotPrincipal\`, can be assumed by anyone whom its conditions do not
stop, and conditions on a token say nothing about callers without one. The roles of Defender for Cloud read the whole
account, and some of them write.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  checked: '2026-11-22',
  types: ['AWS::IAM::Role'],
  reads: ['document', 'tenant', 'roleOf'],

  *check(resource, view) {
    const role = view.roleOf(resource);
    for (const statement of role?.statements ?? []) {
      const place = role && openPrincipal(role, statement);
      if (!place) continue;
      yield {
        span: place.value.span,
        message: `Role ${role.label} lets in ${described(place)}. Name the identity provider that it trusts.`,
        fixes: nameProvider(view, role, place),
      };
    }
  },
});

/** Other people's roles are theirs, unless a token opens them: then the wildcard cannot be meant. */
function openPrincipal({ isDefenders }: RoleView, statement: TrustStatement): LocatedEntry | undefined {
  if (!isDefenders && !statement.isWebIdentity) return undefined;
  if (statement.notPrincipal) return statement.notPrincipal;
  const open = statement.principals.some(({ kind, value }) => kind !== 'Service' && value.text.includes('*'));
  return open ? statement.principal : undefined;
}

function described({ key, value }: LocatedEntry): string {
  if (key.value === 'NotPrincipal') return 'everyone but the ones it names';
  return value.kind === 'scalar' ? 'everyone (principal *)' : 'everyone whom a wildcard covers';
}

function nameProvider({ document, tenant }: Pick<TemplateView, 'document' | 'tenant'>, { known, statements }: RoleView, { key, value }: LocatedEntry): readonly Fix[] {
  const provider = known ? providerFor(known) : providerById('defender');
  const path = provider && pathOf(provider, tenant);
  if (!path || statements.length > 1) return [];
  const arn = `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${path}`;
  const written = document.format === 'json' ? `{ "Federated": { "Fn::Sub": "${arn}" } }` : `{ Federated: !Sub "${arn}" }`;
  const edits = [{ span: value.span, newText: written }];
  if (key.value === 'NotPrincipal') {
    edits.unshift({ span: key.span, newText: document.format === 'json' ? '"Principal"' : 'Principal' });
  }
  return [{ title: `Trust ${path}`, edits }];
}
