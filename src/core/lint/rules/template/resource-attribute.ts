import { entryOf } from '../../../document/entry-of';
import type { Located, LocatedEntry } from '../../../document/located';
import { shown } from '../../../document/shown';
import { writeName } from '../../fix/write-name';
import { nearest } from '../../nearest';
import { resourceType } from '../../../catalog/resource-types';
import { type RuleFinding, resourceRule } from '../../rule';

/** What stands beside Type and Properties. */
export const resourceAttribute = resourceRule({
  id: 'template/resource-attribute',
  severity: 'error',
  summary: 'Beside Type and Properties stand only the attributes that CloudFormation has for resources.',
  why: `CloudFormation knows a few keys beside \`Type\` and \`Properties\`: \`DependsOn\`, \`Condition\`, \`Metadata\`,
\`CreationPolicy\`, \`DeletionPolicy\`, \`UpdatePolicy\` and \`UpdateReplacePolicy\`. It refuses a template with another one;
mostly it is misspelt, or a property that stands one level too high.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-product-attribute-reference.html',
  checked: '2026-11-22',
  reads: ['isOpen'],

  *check({ map, type }, { isOpen }) {
    if (isOpen) return;
    for (const entry of map.entries) {
      const name = String(entry.key.value);
      if (!attributes.includes(name)) yield* unknown(entry, type, attributes.filter((other) => !entryOf(map, other)));
      const words = policies[name];
      if (words) yield* policyMistakes(name, words, entry.value);
    }
  },
});

const attributes: readonly string[] = [
  'Type', 'Properties', 'DependsOn', 'Condition', 'Metadata', 'CreationPolicy', 'DeletionPolicy', 'UpdatePolicy', 'UpdateReplacePolicy',
];

const policies: Readonly<Record<string, readonly string[]>> = {
  DeletionPolicy: ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'],
  UpdateReplacePolicy: ['Delete', 'Retain', 'Snapshot'],
};

function* unknown({ key }: LocatedEntry, type: string, free: readonly string[]): Iterable<RuleFinding> {
  const name = String(key.value);
  // Modules, macros and custom resources may have their own, and a merge key is no attribute.
  if (name.includes('::') || name === '<<' || !/^AWS::/.test(type) || type === 'AWS::CloudFormation::CustomResource') return;
  const isProperty = Object.hasOwn(resourceType(type)?.properties ?? {}, name);
  const meant = isProperty ? undefined : nearest(name, free);
  const advice = isProperty ? 'It is a property: move it below Properties.' : meant ? `Write ${meant}.` : 'Remove it.';
  yield {
    span: key.span,
    message: `A resource has no attribute ${shown(name)}. ${advice}`,
    fixes: meant ? [writeName(key, meant)] : [],
  };
}

function* policyMistakes(name: string, words: readonly string[], value: Located): Iterable<RuleFinding> {
  if (value.kind !== 'scalar' || words.includes(String(value.value))) return;
  const meant = nearest(String(value.value ?? ''), words);
  yield {
    span: value.span,
    message: `${name} is ${shown(String(value.value ?? ''))}, and it takes ${words.join(', ')}. Write ${meant ?? 'one of them'}.`,
    fixes: meant ? [writeName(value, meant)] : [],
  };
}
