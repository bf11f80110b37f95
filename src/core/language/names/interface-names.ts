import type { Located, LocatedDocument, LocatedScalar } from '../../document/located';
import { valueAt } from '../../document/value-at';

/** Parameters that are named where no function names them: the groups and labels of the console's form, and rules. */
export function interfaceNames({ root }: LocatedDocument): readonly LocatedScalar[] {
  const form = valueAt(root, 'Metadata', 'AWS::CloudFormation::Interface');
  const labels = valueAt(form, 'ParameterLabels');
  const groups = itemsOf(valueAt(form, 'ParameterGroups')).flatMap((group) => itemsOf(valueAt(group, 'Parameters')));
  return [
    ...groups.flatMap((item) => (item.kind === 'scalar' ? [item] : [])),
    ...(labels?.kind === 'map' ? labels.entries.map(({ key }) => key) : []),
    ...valuesOf(valueAt(root, 'Rules')),
  ];
}

/** `Fn::ValueOf: [parameter, attribute]`, which only rules may use. */
function valuesOf(node: Located | undefined): readonly LocatedScalar[] {
  if (node?.kind === 'sequence') return node.items.flatMap(valuesOf);
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => {
    const first = key.value === 'Fn::ValueOf' ? itemsOf(value)[0] : undefined;
    return first?.kind === 'scalar' ? [first] : valuesOf(value);
  });
}

const itemsOf = (node: Located | undefined): readonly Located[] => (node?.kind === 'sequence' ? node.items : []);
