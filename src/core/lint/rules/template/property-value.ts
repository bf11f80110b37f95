import { shown } from '../../../document/shown';
import { writeName } from '../../fix/write-name';
import { nearest } from '../../nearest';
import { resourceRule } from '../../rule';
import { propertyMistakes } from '../../view/property-mistakes';

/** AWS adds values to its lists, so that only what looks like a known one is told. */
export const propertyValue = resourceRule({
  id: 'template/property-value',
  severity: 'error',
  summary: 'A property that takes one of a few words has one of them.',
  why: `Some properties take one of a few words, and AWS compares them letter by letter: \`Json\` is not \`JSON\`. A value that
is nearly one of them is told. One that is like none may be new, and nothing is said of it.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
  checked: '2026-11-22',
  reads: ['isOpen'],

  *check(resource, { isOpen }) {
    if (isOpen) return;
    for (const mistake of propertyMistakes(resource)) {
      if (mistake.kind !== 'value') continue;
      const { name, value, values } = mistake;
      const text = String(value.value);
      const meant = nearest(text, values);
      if (!meant) continue;
      yield {
        span: value.span,
        message: `${name} of ${resource.type} is ${shown(text)}, and it takes ${meant}. Write ${meant}.`,
        fixes: [writeName(value, meant)],
      };
    }
  },
});
