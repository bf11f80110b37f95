import { valueAt } from '../../../document/value-at';
import { removeItem } from '../../fix/remove-item';
import { armConnectorRule } from '../../rule';

export const duplicateOffering = armConnectorRule({
  id: 'arm/duplicate-offering',
  severity: 'error',
  summary: 'Each offering stands in the list once.',
  why: `An offering is one plan with its settings. Two of one type contradict each other, and which one Azure keeps is not
documented.`,
  source: 'https://learn.microsoft.com/azure/templates/microsoft.security/securityconnectors',
  checked: '2026-11-22',

  *check({ document, offerings, properties }) {
    const list = valueAt(properties, 'offerings');
    const seen = new Set<string>();
    for (const { type, typeNode, map } of offerings) {
      if (type === undefined || !typeNode) continue;
      if (seen.has(type) && list?.kind === 'sequence') {
        const fixes = [{ title: `Remove this ${type}`, edits: [removeItem(document, list, list.items.indexOf(map))] }];
        yield { span: typeNode.span, message: `Offering ${type} is in the list already. Put its settings into one, and remove the other.`, fixes };
      }
      seen.add(type);
    }
  },
});
