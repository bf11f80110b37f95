import { expectedValues } from '../../../catalog/preconditions';
import { entryOf } from '../../../document/entry-of';
import type { Located, LocatedDocument, LocatedSequence } from '../../../document/located';
import { shown } from '../../../document/shown';
import { valueAt } from '../../../document/value-at';
import type { Fix } from '../../../model/finding';
import { appendItems } from '../../fix/append-to';
import { preconditionRule } from '../../precondition-rule';

/** What is not logged is not seen. */
export const clusterLogs = preconditionRule({
  id: 'template/cluster-logs',
  severity: 'warning',
  summary: 'EKS clusters that choose their logs write those of audit and authenticator.',
  why: `Threats in a cluster are found in its audit log, which goes from CloudWatch to Defender for Cloud. A cluster whose template
lists log types and leaves \`audit\` or \`authenticator\` out writes none of these, and every update of the stack turns them
off again. A template that says nothing of logs is not spoken about.`,
  checked: '2026-11-28',
  precondition: 'eks-audit',
  type: 'AWS::EKS::Cluster',

  *check({ logicalId, properties }, document) {
    const types = entryOf(valueAt(properties, 'Logging', 'ClusterLogging'), 'EnabledTypes');
    const list = types?.value;
    const logged = list?.kind === 'sequence' ? typesIn(list) : undefined;
    const missing = logged ? expectedValues('eksLogTypes').filter((type) => !logged.includes(type)) : [];
    if (!types || list?.kind !== 'sequence' || missing.length === 0) return;
    yield {
      span: types.key.span,
      message: `Cluster ${shown(String(logicalId.value))} does not log ${missing.join(' and ')}, so threats in it are not seen. Add ${missing.length === 1 ? 'it' : 'them'} to EnabledTypes.`,
      fixes: adding(document, list, missing),
    };
  },
});

/** Undefined where one of them is known only when a stack is made. */
function typesIn({ items }: LocatedSequence): readonly string[] | undefined {
  const types = items.map((item) => entryOf(item, 'Type')?.value);
  return types.every(isText) ? types.map(({ value }) => String(value)) : undefined;
}

const isText = (node: Located | undefined): node is Extract<Located, { kind: 'scalar' }> => node?.kind === 'scalar';

function adding(document: LocatedDocument, list: LocatedSequence, missing: readonly string[]): readonly Fix[] {
  const edits = appendItems(document, list, missing.map((type) => `{ "Type": "${type}" }`));
  return edits.length > 0 ? [{ title: `Log ${missing.join(' and ')}`, edits }] : [];
}
