import { shown } from '../../../document/shown';
import { catalog } from '../../../catalog/catalog';
import { addCondition } from '../../fix/add-condition';
import { rewrite } from '../../fix/rewrite';
import { type RuleFinding, templateRule } from '../../rule';
import type { ResolvedText } from '../../view/resolved-text';
import type { TemplateView } from '../../view/template-view';
import { type TokenStatement, tokenStatements } from '../../view/token-statements';

/** All customers' tokens come from one tenant of Microsoft's: the session name is what ties a role to one customer. */
export const sessionName = templateRule({
  id: 'template/session-name',
  severity: 'error',
  summary: 'Each role accepts sessions of your own tenant only.',
  why: `Tokens of all customers of Defender for Cloud are issued by one tenant of Microsoft's. What ties a role to you is
the session name, \`MicrosoftDefenderForClouds_\` and your Microsoft Entra tenant id. Microsoft's templates check it since
2024; a template without the check is of an older generation and works, but accepts sessions made for others. With
another prefix or another tenant the role cannot be assumed for you.`,
  source:
    'https://github.com/Azure/Microsoft-Defender-for-Cloud/blob/20917cecf5cf561b0cda98bd67d67929c88e4d46/MultiCloud/AWS/AwsOnboarding.tf',
  checked: '2026-11-22',

  *check(view) {
    for (const found of tokenStatements(view)) {
      if (found.provider.id !== 'defender') continue;
      const checks = found.statement.conditions.filter(({ key }) => /^sts:RoleSessionName$/i.test(String(key.value)));
      if (checks.length === 0) yield missing(view, found);
      for (const value of checks.flatMap(({ values }) => values)) yield* mistakes(view, found, value);
    }
  },
});

const { prefix } = catalog.sessionName;

function missing({ document, tenant }: TemplateView, { role, statement }: TokenStatement): RuleFinding {
  const name = `${prefix}${tenant?.toLowerCase() ?? '<tenant id>'}`;
  return {
    span: (statement.principal?.key ?? role.resource.logicalId).span,
    severity: 'warning',
    message: `Role ${role.label} accepts sessions of any tenant, as templates before 2024 did. Check sts:RoleSessionName for ${name}.`,
    fixes: tenant ? addCondition(document, statement, 'sts:RoleSessionName', name) : [],
  };
}

function* mistakes({ document, tenant }: TemplateView, { role }: TokenStatement, value: ResolvedText): Iterable<RuleFinding> {
  if (!value.known) return;
  const reason = mistake(value.text, tenant);
  if (!reason) return;
  const named = tenant ?? /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.exec(value.text)?.[0];
  const right = named && `${prefix}${named.toLowerCase()}`;
  yield {
    span: value.span,
    message: `Role ${role.label} accepts sessions named ${shown(value.text)}: ${reason} Write ${right ?? `${prefix}<tenant id>`}.`,
    fixes: right ? rewrite(document, `Accept ${right}`, value, right) : [],
  };
}

function mistake(text: string, tenant: string | undefined): string | undefined {
  if (/[*?]/.test(text)) return 'the wildcard lets in sessions of other tenants.';
  if (!text.startsWith(prefix)) return `Defender for Cloud's sessions start with ${prefix}.`;
  const named = text.slice(prefix.length);
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(named)) return 'a tenant id is missing behind the prefix.';
  if (tenant && named.toLowerCase() !== tenant.toLowerCase()) return `that is not your tenant ${tenant}.`;
  return undefined;
}
