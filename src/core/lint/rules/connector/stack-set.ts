import { entryOf } from '../../../document/entry-of';
import { valueAt } from '../../../document/value-at';
import { connectorRule } from '../../rule';

export const stackSet = connectorRule({
  id: 'connector/stack-set',
  severity: 'warning',
  summary: 'A management account names the StackSet that reaches its members; no other account names one.',
  why: `A stack makes the roles in the management account alone. The members get them from a StackSet, deployed from the
management account itself: a delegated administrator is not supported. Azure keeps the StackSet's name in the connector
and reports an unhealthy connector when it finds none. A file without the name is not wrong, which makes it information.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws',
  checked: '2026-11-22',

  *check({ document, isManagementAccount }) {
    const account = valueAt(document.root, 'account');
    const entry = entryOf(account, 'stackSet');
    const type = entryOf(account, 'type');
    if (entry && !isManagementAccount) {
      yield { span: entry.key.span, message: 'A StackSet is named, but only a management account has members to reach. Remove it, or set account.type to management.' };
    } else if (type && isManagementAccount && !entry) {
      yield {
        span: type.key.span,
        severity: 'information',
        message: 'The management account names no StackSet, without which its members get no roles. Write the name of the one that deploys the template to them as account.stackSet.',
      };
    }
  },
});
