import { shown } from '../../../document/shown';
import { catalog, type CatalogTrust } from '../../../catalog/catalog';
import type { LocatedDocument } from '../../../document/located';
import { addCondition } from '../../fix/add-condition';
import { rewrite } from '../../fix/rewrite';
import { roleRule } from '../../role-rule';
import type { RuleFinding } from '../../rule';
import { asksForText } from '../../view/asks-for';
import { accountIn } from '../../view/provider-arn';
import type { RoleView } from '../../view/role-view';
import type { TrustStatement } from '../../view/trust-statement';

/** Some principals act for many customers: an external id or a subject says for whom. */
export const trustCondition = roleRule({
  id: 'template/trust-condition',
  severity: 'warning',
  summary: 'Where a principal acts for many, the external id or the subject that Microsoft publishes is checked.',
  why: `The AWS account that reads container logs and the service that delivers them act for everybody who asks them to, and
every application of your Microsoft Entra tenant can get a token of it. An external id, or the subject of the one
application, keeps others from using the role through them.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  checked: '2026-11-22',
  reads: ['tenant'],

  *check(role, { document, tenant }) {
    for (const trust of role.known?.trust ?? []) {
      for (const condition of trust.conditions.filter(({ key }) => isOwn(key))) {
        const key = condition.key.replace('<tenant>', tenant?.toLowerCase() ?? '<tenant>');
        for (const statement of role.statements.filter((one) => isFor(one, trust))) {
          yield* mistakes(document, role, statement, key, filled(condition.values[0]));
        }
      }
    }
  },
});

/** Audience and session name have rules of their own. */
const isOwn = (key: string): boolean => !/(?::aud|^sts:RoleSessionName)$/i.test(key);

const isFor = ({ principals }: TrustStatement, { principal }: CatalogTrust): boolean =>
  principals.some(({ kind, value }) => {
    const wanted = principal[kind];
    return wanted !== undefined && (kind !== 'AWS' || accountIn(wanted) === accountIn(value.text));
  });

/** Undefined where the value is not known before there is a stack. */
function filled(value: string | undefined): string | undefined {
  const parameter = /^<parameter:(\w+)>$/.exec(value ?? '')?.[1];
  const text = parameter ? catalog.parameters.find(({ name }) => name === parameter)?.default : value;
  return text && !/[<$]/.test(text) ? text : undefined;
}

function* mistakes(document: LocatedDocument, { label, resource }: RoleView, statement: TrustStatement, key: string, value: string | undefined): Iterable<RuleFinding> {
  const checks = statement.conditions.filter((condition) => named(String(condition.key.value)) === named(key) && asksForText(condition));
  const name = shown(key.replace(/^.*(?=:sub$)/, '…'));
  if (checks.length === 0 && statement.isWhole) {
    yield {
      span: (statement.principal?.key ?? resource.logicalId).span,
      message: `Role ${label} does not check ${name}, so others can use it through ${whom(statement)}. Check it${value ? ` for ${value}` : ''}.`,
      fixes: value && !key.includes('<') ? addCondition(document, statement, key, value) : [],
    };
  }
  for (const found of checks.flatMap(({ values }) => values)) {
    // Microsoft's module for the Azure side wrote the hyphens as underscores.
    if (!found.known || !/^[0-9a-f]{8}_(?:[0-9a-f]{4}_){3}[0-9a-f]{12}$/i.test(found.text)) continue;
    const right = found.text.replaceAll('_', '-');
    yield {
      span: found.span,
      severity: 'error',
      message: `Role ${label} checks ${name} for ${found.text}, and ids have hyphens. Write ${right}.`,
      fixes: rewrite(document, `Write ${right}`, found, right),
    };
  }
}

const named = (key: string): string => key.toLowerCase().replace(/^.*:(?=sub$)/, '');

const whom = ({ principals }: TrustStatement): string =>
  principals[0]?.kind === 'Federated' ? 'any application of the tenant' : `${shown(principals[0]?.value.text ?? 'its principal')}`;
