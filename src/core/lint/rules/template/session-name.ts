import { shown } from '../../../document/shown';
import { catalog } from '../../../catalog/catalog';
import { addCondition } from '../../fix/add-condition';
import { rewrite } from '../../fix/rewrite';
import { resourceRule, type RuleFinding } from '../../rule';
import { asksForText, looksForKey, readsWildcards } from '../../view/asks-for';
import type { ResolvedText } from '../../view/resolved-text';
import type { TemplateView } from '../../view/template-view';
import type { TrustCondition } from '../../view/trust-statement';
import { type TokenStatement, tokenStatementsOf } from '../../view/token-statements';

/** All customers' tokens come from one tenant of Microsoft's: the session name is what ties a role to one customer. */
export const sessionName = resourceRule({
  id: 'template/session-name',
  severity: 'error',
  summary: 'Each role accepts sessions of your own tenant only.',
  why: `Tokens of all customers of Defender for Cloud are issued by one tenant of Microsoft's. What ties a role to you is
the session name, \`MicrosoftDefenderForClouds_\` and your Microsoft Entra tenant id. Microsoft's template of 2023 had no
such check, that of February 2024 has it: a role without it still works for you, and for sessions made for others too.
With another prefix or another tenant the role cannot be assumed for you.`,
  source:
    'https://github.com/Azure/Microsoft-Defender-for-Cloud/blob/20917cecf5cf561b0cda98bd67d67929c88e4d46/MultiCloud/AWS/AwsOnboarding.tf',
  checked: '2026-11-22',
  types: ['AWS::IAM::Role'],
  reads: ['document', 'tenant', 'roleOf'],

  *check(resource, view) {
    for (const found of tokenStatementsOf(view.roleOf(resource))) {
      if (found.provider.id !== 'defender') continue;
      const checks = found.statement.conditions.filter((check) => isSessionName(check) && !looksForKey(check));
      if (checks.length === 0 && found.statement.isWhole) yield missing(view, found);
      for (const check of checks.filter(asksForText)) {
        for (const value of check.values) yield* mistakes(view, found, value, readsWildcards(check));
      }
    }
  },
});

const isSessionName = ({ key }: TrustCondition): boolean => /^sts:RoleSessionName$/i.test(String(key.value));

const { prefix } = catalog.sessionName;

function missing({ document, tenant }: Pick<TemplateView, 'document' | 'tenant'>, { role, statement }: TokenStatement): RuleFinding {
  const name = `${prefix}${tenant?.toLowerCase() ?? '<tenant id>'}`;
  return {
    span: (statement.principal?.key ?? statement.action?.key ?? role.resource.logicalId).span,
    message: `Role ${role.label} accepts sessions of every tenant, as Microsoft's templates of 2023 did. Check sts:RoleSessionName for ${name}.`,
    fixes: tenant ? addCondition(document, statement, 'sts:RoleSessionName', name) : [],
  };
}

function* mistakes({ document, tenant }: Pick<TemplateView, 'document' | 'tenant'>, { role }: TokenStatement, value: ResolvedText, wildcards: boolean): Iterable<RuleFinding> {
  if (!value.known) return;
  const reason = mistake(value.text, tenant, wildcards);
  if (!reason) return;
  const named = tenant ?? /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.exec(value.text)?.[0];
  const right = named && `${prefix}${named.toLowerCase()}`;
  yield {
    span: value.span,
    message: `Role ${role.label} accepts sessions named ${shown(value.text)}: ${reason} Write ${right ?? `${prefix}<tenant id>`}.`,
    fixes: right ? rewrite(document, `Accept ${right}`, value, right) : [],
  };
}

function mistake(text: string, tenant: string | undefined, wildcards: boolean): string | undefined {
  if (/[*?]/.test(text)) return wildcards ? 'the wildcard lets in sessions of other tenants.' : 'StringEquals takes the wildcard for a character, so no session fits.';
  if (!text.startsWith(prefix)) return `Defender for Cloud's sessions start with ${prefix}.`;
  const named = text.slice(prefix.length);
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(named)) return 'a tenant id is missing behind the prefix.';
  if (tenant && named.toLowerCase() !== tenant.toLowerCase()) return `that is not your tenant ${tenant}.`;
  return undefined;
}
