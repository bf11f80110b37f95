import { catalog, type CatalogRole } from '../../../../src/core/catalog/catalog';
import type { AccessType } from '../../../../src/core/model/connector';
import { tenant } from './connectors';
import { account, type ResolvedRole } from './resolve-template';

/** What Microsoft published for a role, with each deliberate correction made by hand of the catalog's words. */
export const published = (role: CatalogRole, access: AccessType): ResolvedRole => ({
  name: fill(role.defaultName ?? ''),
  trust: (role.trust ?? []).map(({ principal, action, conditions }) => ({
    Effect: 'Allow',
    Principal: fillAll(principal),
    Action: action,
    ...(conditions.length > 0 && { Condition: conditionsOf(conditions) }),
  })),
  awsPolicies: role.managedPolicies[access] ?? [],
  policies: (role.policies[access] ?? []).map(({ name, statements }) => ({
    name: fill(corrections(role, access, 'policyName').find(({ published: [one] }) => one === name)?.ours[0] ?? name),
    statements: statements.map((statement) => fillAll(corrected(statement, role, access))) as unknown[],
  })),
});

const corrections = (role: CatalogRole, access: AccessType, subject: string) =>
  catalog.corrections.filter((one) => one.subject === subject && one.role === role.id && (one.access ?? access) === access);

/** Works on the text of the statement, so that it shares no idea with the generator. */
function corrected(statement: unknown, role: CatalogRole, access: AccessType): unknown {
  let text = JSON.stringify(statement);
  for (const { id, published: from, ours } of corrections(role, access, 'permissions')) {
    const quoted = from.map((value) => JSON.stringify(value));
    if (id === 'D9') {
      const value = quoted[0] ?? '';
      const [head, ...tail] = text.split(value);
      if (tail.length === 2) text = `${head ?? ''}${value}${tail.join('')}`.replace(/,,/g, ',').replace(/,\]/g, ']');
    } else {
      text = text.replace(quoted.join(','), ours.map((value) => JSON.stringify(value)).join(','));
    }
  }
  return JSON.parse(text) as unknown;
}

const fill = (text: string): string =>
  text
    .replace(/<role:(\w+)>/g, (_, id: string) => catalog.roles.find((role) => role.id === id)?.defaultName ?? '')
    .replace(/<parameter:(\w+)>/g, (_, name: string) => catalog.parameters.find((one) => one.name === name)?.default ?? '')
    .replaceAll('<tenant>', tenant)
    .replaceAll('${AWS::Partition}', 'aws')
    .replaceAll('${AWS::AccountId}', account)
    .replaceAll('${AWS::Region}', 'eu-west-1')
    .replaceAll('${AWS::URLSuffix}', 'amazonaws.com');

const fillAll = (value: unknown): unknown => JSON.parse(fill(JSON.stringify(value))) as unknown;

function conditionsOf(conditions: readonly { test: string; key: string; values: readonly string[] }[]): unknown {
  const block: Record<string, Record<string, string>> = {};
  for (const { test, key, values } of conditions) (block[test] ??= {})[fill(key)] = fill(values.join());
  return block;
}
