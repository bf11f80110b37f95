import { shown } from '../../../document/shown';
import { writeName } from '../../fix/write-name';
import { nearest } from '../../nearest';
import { resourceRule } from '../../rule';
import { propertyMistakes } from '../../view/property-mistakes';

/** CloudFormation reads no property that its type does not have: it refuses the resource. */
export const propertyName = resourceRule({
  id: 'template/property-name',
  severity: 'error',
  summary: 'Each property is one that its resource type has.',
  why: `CloudFormation refuses a resource with a property that its type does not have ("Encountered unsupported property" or
"extraneous key is not permitted"), and rolls the stack back. The types that templates for Defender for Cloud use are
known here with all their properties; a name that is like none of them is a warning only, since AWS adds new ones.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
  checked: '2026-11-22',
  reads: ['isOpen'],

  *check(resource, { isOpen }) {
    if (isOpen) return;
    for (const mistake of propertyMistakes(resource)) {
      if (mistake.kind !== 'unknown') continue;
      const { entry, known } = mistake;
      const name = String(entry.key.value);
      const meant = nearest(name, known);
      yield {
        span: entry.key.span,
        severity: meant ? 'error' : 'warning',
        message: `${resource.type} has no property ${shown(name)} here. ${meant ? `Write ${meant}.` : 'Remove it.'}`,
        fixes: meant ? [writeName(entry.key, meant)] : [],
      };
    }
  },
});
