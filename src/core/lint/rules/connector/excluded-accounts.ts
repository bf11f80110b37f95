import type { LocatedDocument, LocatedScalar, LocatedSequence } from '../../../document/located';
import { removeItem } from '../../fix/remove-item';
import { type RuleFinding, connectorRule } from '../../rule';
import { accountIdMistake, quoteDigits } from './account-id';

export const excludedAccounts = connectorRule({
  id: 'connector/excluded-accounts',
  severity: 'error',
  summary: 'Excluded accounts are other accounts of the organization, each named once with its twelve digits.',
  why: `Only a management account has members to leave out. An id that names no account leaves nothing out, and its member
gets a connector after all; the management account itself cannot be left out of its own connector.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws',
  checked: '2026-11-22',

  *check({ document, excluded, accountId, isManagementAccount }) {
    if (!excluded) return;
    if (!isManagementAccount && excluded.items.length > 0) {
      yield {
        span: excluded.span,
        message: 'Accounts are excluded, but only a management account has member accounts. Remove them, or set account.type to management.',
      };
    }
    const seen = new Set<string>();
    for (const [index, item] of excluded.items.entries()) {
      if (item.kind !== 'scalar') continue;
      yield* check(document, excluded, index, item, { own: accountId?.value, seen });
      seen.add(String(item.value));
    }
  },
});

function* check(
  document: LocatedDocument,
  list: LocatedSequence,
  index: number,
  item: LocatedScalar,
  { own, seen }: { own: LocatedScalar['value'] | undefined; seen: ReadonlySet<string> },
): Iterable<RuleFinding> {
  const mistake = accountIdMistake(document, item, 'Excluded account');
  if (mistake) {
    yield { span: item.span, message: mistake, fixes: quoteDigits(document, item) };
    return;
  }
  const fixes = [{ title: `Remove ${item.value}`, edits: [removeItem(document, list, index)] }];
  if (seen.has(String(item.value))) {
    yield { span: item.span, message: `Account ${item.value} is excluded twice. Remove it here.`, fixes };
  } else if (item.value === own) {
    yield { span: item.span, message: `Account ${item.value} is the management account, which cannot be excluded. Remove it.`, fixes };
  }
}
