import { shown } from '../../../document/shown';
import { resourceRule } from '../../rule';
import { propertyMistakes } from '../../view/property-mistakes';

/** A resource is not made without them. */
export const requiredProperty = resourceRule({
  id: 'template/required-property',
  severity: 'error',
  summary: 'A resource has the properties that its type requires.',
  why: `CloudFormation refuses a resource that lacks a property its type requires ("Properties validation failed: required
key not found"), before or while the stack is made. The types that templates for Defender for Cloud use are known here.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
  checked: '2026-11-22',
  reads: ['isOpen'],

  *check(resource, { isOpen }) {
    if (isOpen) return;
    for (const mistake of propertyMistakes(resource)) {
      if (mistake.kind !== 'missing') continue;
      const { name, at } = mistake;
      const place = at === resource.logicalId ? `Resource ${shown(String(at.value))} of type ${resource.type}` : shown(String(at.value));
      yield { span: at.span, message: `${place} lacks ${name}, which is required. Add it.` };
    }
  },
});
