import { resourceType } from '../../catalog/resource-types';
import { templateSyntax } from '../../catalog/template-syntax';
import { entryOf } from '../../document/entry-of';
import type { LocatedDocument, LocatedEntry } from '../../document/located';
import { declarationsOf } from '../../lint/view/declarations';
import { parameterFact } from '../facts';
import type { Choice } from '../value-completions';
import type { ReferenceContext } from './reference-context';

/** Names that a reference may take. `section` is where it stands: conditions may name parameters only. */
export function referenceChoices(document: LocatedDocument, { to, resource }: Pick<ReferenceContext, 'to' | 'resource'>, section: string, without: readonly string[] = []): readonly Choice[] {
  const { parameters, resources, conditions, mappings } = declarationsOf(document);
  const names = (entries: ReadonlyMap<string, LocatedEntry>, choice: (entry: LocatedEntry) => Omit<Choice, 'value'>): readonly Choice[] =>
    [...entries].filter(([name]) => !without.includes(name)).map(([value, entry]) => ({ value, ...choice(entry) }));
  const values = () => [
    ...names(parameters, parameterChoice),
    ...(section === 'Conditions' || section === 'Rules' ? [] : names(resources, resourceChoice)),
    ...templateSyntax.pseudoParameters.map((value) => ({ value, detail: 'pseudo parameter' })),
  ];
  switch (to) {
    case 'value':
    case 'variable':
      return values();
    case 'resource':
      return names(resources, resourceChoice);
    case 'attribute':
      return attributes(resources.get(resource ?? ''));
    case 'condition':
      return names(conditions, () => ({ detail: 'condition' }));
    case 'mapping':
      return names(mappings, () => ({ detail: 'mapping' }));
  }
}

const parameterChoice = ({ key, value }: LocatedEntry): Omit<Choice, 'value'> => ({
  detail: ['parameter', scalarText(value, 'Default')].filter(Boolean).join(': '),
  documentation: parameterFact(String(key.value)),
});

const resourceChoice = ({ value }: LocatedEntry): Omit<Choice, 'value'> => ({ detail: scalarText(value, 'Type') });

const attributes = (resource: LocatedEntry | undefined): readonly Choice[] => {
  const type = resource && scalarText(resource.value, 'Type');
  return (type ? (resourceType(type)?.attributes ?? []) : []).map((value) => ({ value, detail: type }));
};

function scalarText(node: LocatedEntry['value'], key: string): string | undefined {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : undefined;
}
