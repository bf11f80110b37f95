import { resourceType } from '../../../catalog/resource-types';
import { valueAt } from '../../../document/value-at';
import { shown } from '../../../document/shown';
import { writeInside } from '../../fix/write-name';
import { nearest } from '../../nearest';
import { templateRule } from '../../rule';
import { declarationsOf } from '../../view/declarations';
import { attributeSpan } from '../../view/reference-span';
import { templateReferences } from '../../view/template-references';

/** Each resource type has attributes of its own, and their names do not follow one pattern. */
export const unknownAttribute = templateRule({
  id: 'template/unknown-attribute',
  severity: 'error',
  summary: 'An attribute that a reference asks for is one that the resource has.',
  why: `\`Fn::GetAtt\` and \`Fn::Sub\` ask a resource for an attribute by name. Types differ: the ARN of a role is \`Arn\`, that of
a managed policy \`PolicyArn\`, that of a topic \`TopicArn\`. With a name that the type does not have CloudFormation
refuses the template. Only types that templates for Defender for Cloud use are looked at.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html',
  checked: '2026-11-22',

  *check({ document }) {
    const { resources } = declarationsOf(document);
    for (const reference of templateReferences(document)) {
      const { attribute, name } = reference;
      const type = valueAt(resources.get(name)?.value, 'Type');
      const typeName = type?.kind === 'scalar' ? String(type.value) : '';
      const attributes = resourceType(typeName)?.attributes;
      if (attribute === undefined || !attributes || isKnown(attribute, typeName, attributes)) continue;
      const meant = nearest(attribute, attributes) ?? attributes.find((other) => other.endsWith(attribute));
      const span = attributeSpan(document, reference);
      yield {
        span,
        message: `Resource ${shown(name)} of type ${typeName} has no attribute ${shown(attribute)}. ${advice(meant, attributes)}`,
        fixes: meant ? writeInside(document, span, attribute, meant) : [],
      };
    }
  },
});

/** A nested stack has what its own template puts out. */
const isKnown = (attribute: string, type: string, attributes: readonly string[]): boolean =>
  attributes.includes(attribute) || (type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.'));

function advice(meant: string | undefined, attributes: readonly string[]): string {
  if (meant) return `Write ${meant}.`;
  return attributes.length > 0 ? `It has ${attributes.join(', ')}.` : 'It has none: use Ref.';
}
