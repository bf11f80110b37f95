import { entryOf } from '../../../document/entry-of';
import type { LocatedDocument, LocatedEntry, LocatedMap } from '../../../document/located';
import { removeField } from '../../arm/remove-field';
import { type RuleFinding, armConnectorRule } from '../../rule';

export const readOnly = armConnectorRule({
  id: 'arm/read-only',
  severity: 'warning',
  summary: 'A body that is sent holds no fields that only Azure fills in.',
  why: `The trial's end, the account's name, the descriptions of offerings and the system data are read-only: they come from
Azure, and a request must not hold them. They get into files by copying an answer. An answer that is kept whole, with its
\`id\`, is not spoken about.`,
  source: 'https://learn.microsoft.com/azure/templates/microsoft.security/securityconnectors',
  checked: '2026-11-22',

  *check({ document, fields, map, inTemplate, isAnswer }) {
    if (isAnswer) return;
    for (const name of inTemplate ? ['id', 'systemData'] : ['systemData']) {
      const entry = entryOf(map, name);
      if (entry) yield found(document, map, entry);
    }
    for (const { property, parent, entry } of fields) if (property?.readOnly) yield found(document, parent, entry);
  },
});

const found = (document: LocatedDocument, parent: LocatedMap, entry: LocatedEntry): RuleFinding => ({
  span: entry.key.span,
  message: `${entry.key.value} is read-only: Azure fills it in. Remove it.`,
  fixes: [{ title: `Remove ${entry.key.value}`, edits: [removeField(document, parent, entry)] }],
});
