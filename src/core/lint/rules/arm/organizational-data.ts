import { entryOf } from '../../../document/entry-of';
import type { LocatedDocument, LocatedMap } from '../../../document/located';
import { shown } from '../../../document/shown';
import { valueAt } from '../../../document/value-at';
import { armNamesBelow } from '../../arm/arm-properties';
import { removeField } from '../../arm/remove-field';
import { removeItem } from '../../fix/remove-item';
import { replace } from '../../fix/replace';
import { nearest } from '../../nearest';
import { type RuleFinding, armConnectorRule } from '../../rule';
import { isExpression, knownText } from '../../view/arm-expression';
import type { ArmConnectorView } from '../../view/arm-view';
import { accountIdMistake, quoteDigits } from '../connector/account-id';

const memberships = ['Organization', 'Member'];
const path = 'environmentData.organizationalData';

export const organizationalData = armConnectorRule({
  id: 'arm/organizational-data',
  severity: 'error',
  summary: 'The object organizationalData says what the account is in its organization, and holds the fields of that only.',
  why: `A management account is \`Organization\`, with the StackSet that reaches its members and the accounts to leave out; a
member is \`Member\`, with the id of its parent. The type decides which fields Azure reads: the others are lost without a
word. A connector of one account alone has no organizationalData.`,
  source: 'https://learn.microsoft.com/azure/templates/microsoft.security/securityconnectors',
  checked: '2026-11-22',

  *check(connector) {
    const entry = connector.at(path);
    if (entry?.value.kind !== 'map') return;
    const type = valueAt(entry.value, 'organizationMembershipType');
    if (!type) {
      yield { span: entry.key.span, message: 'organizationalData does not say what the account is. Write "organizationMembershipType": "Organization" for the management account, "Member" for a member.' };
      return;
    }
    const text = knownText(type);
    if (text === undefined) return;
    if (!memberships.includes(text)) {
      const meant = nearest(text, memberships) ?? (/manage|org/i.test(text) ? 'Organization' : undefined);
      const fixes = meant ? [replace(`Write ${meant}`, type.span, JSON.stringify(meant))] : [];
      yield { span: type.span, severity: 'warning', message: `${shown(text)} is no known value of organizationMembershipType. Write ${meant ?? memberships.join(' or ')}.`, fixes };
      return;
    }
    yield* foreignFields(connector.document, entry.value, text);
    yield* excludedAccounts(connector, entry.value);
  },
});

function* foreignFields(document: LocatedDocument, map: LocatedMap, type: string): Iterable<RuleFinding> {
  const other = memberships.find((name) => name !== type) ?? '';
  const own = armNamesBelow(`${path}.${type}`);
  for (const entry of map.entries) {
    const name = String(entry.key.value);
    if (own.includes(name) || !armNamesBelow(`${path}.${other}`).includes(name)) continue;
    yield {
      span: entry.key.span,
      message: `${name} belongs to ${other}, and organizationMembershipType is ${type}: Azure does not read it. Remove it, or write ${other}.`,
      fixes: [{ title: `Remove ${name}`, edits: [removeField(document, map, entry)] }],
    };
  }
  if (type === 'Organization' && !entryOf(map, 'stacksetName')) {
    const key = entryOf(map, 'organizationMembershipType')?.key ?? map;
    yield {
      span: key.span,
      severity: 'information',
      message: 'The management account names no StackSet, so that health checks cannot look for it. Write the name of the one that reaches the members as stacksetName.',
    };
  }
}

function* excludedAccounts({ document, at }: ArmConnectorView, map: LocatedMap): Iterable<RuleFinding> {
  const list = valueAt(map, 'excludedAccountIds');
  const own = knownText(at('hierarchyIdentifier')?.value);
  if (list?.kind !== 'sequence') return;
  const seen = new Set<string>();
  for (const [index, item] of list.items.entries()) {
    if (item.kind !== 'scalar' || isExpression(item)) continue;
    const mistake = accountIdMistake(document, item, 'Excluded account');
    const remove = () => [{ title: `Remove ${String(item.value)}`, edits: [removeItem(document, list, index)] }];
    if (mistake) yield { span: item.span, message: mistake, fixes: quoteDigits(document, item) };
    else if (seen.has(String(item.value))) yield { span: item.span, message: `Account ${item.value} is excluded twice. Remove it here.`, fixes: remove() };
    else if (item.value === own) yield { span: item.span, message: `Account ${item.value} is the account of the connector itself. Remove it.`, fixes: remove() };
    seen.add(String(item.value));
  }
}
