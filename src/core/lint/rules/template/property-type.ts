import type { DocumentText } from '../../../document/document-text';
import type { Located } from '../../../document/located';
import { shown } from '../../../document/shown';
import type { Fix } from '../../../model/finding';
import { replace } from '../../fix/replace';
import { resourceRule } from '../../rule';
import { propertyMistakes } from '../../view/property-mistakes';

/** One value where a list is wanted is what goes wrong most. */
export const propertyType = resourceRule({
  id: 'template/property-type',
  severity: 'error',
  summary: 'Each property has a value of its type: a text, a list, a map, a number, true or false.',
  why: `CloudFormation refuses a resource whose property has a value of another type ("Value of property ManagedPolicyArns
must be of type List of String"). One value is not a list of one. Numbers and \`true\` may be written as text. Values that
a function gives are not judged.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
  checked: '2026-11-22',
  reads: ['document', 'isOpen'],

  *check(resource, { document, isOpen }) {
    if (isOpen) return;
    for (const mistake of propertyMistakes(resource)) {
      if (mistake.kind !== 'type') continue;
      const { name, value, expected } = mistake;
      yield {
        span: value.span,
        message: `Property ${name} of ${resource.type} takes ${expected}, and this is ${kindOf(value)}. Write ${expected}.`,
        fixes: expected === 'a list' ? asList(document.text, value) : [],
      };
    }
  },
});

function kindOf(value: Located): string {
  if (value.kind === 'map') return 'a map';
  if (value.kind === 'sequence') return 'a list';
  return value.value === null || value.value === '' ? 'empty' : `the text ${shown(String(value.value))}`;
}

function asList(text: DocumentText, value: Located): readonly Fix[] {
  const { start, end } = value.span;
  const written = text.slice(start, end);
  if (value.kind !== 'scalar' || written === '' || written.includes('\n') || value.style === 'block') return [];
  // Brackets take from a bare text what would end it there.
  const isSafe = value.style !== 'plain' || !/[[\]{},#]|: /.test(written);
  return isSafe ? [replace('Write a list of one', value.span, `[${written}]`)] : [];
}
