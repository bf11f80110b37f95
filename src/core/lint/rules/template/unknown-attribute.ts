import { resourceType } from '../../../catalog/resource-types';
import { shown } from '../../../document/shown';
import { writeInside } from '../../fix/write-name';
import { nearest } from '../../nearest';
import { entryRule } from '../../rule';
import { attributeSpan } from '../../view/reference-span';
import { referencesOf } from '../../view/template-references';

/** Each resource type has attributes of its own, and their names do not follow one pattern. */
export const unknownAttribute = entryRule({
  id: 'template/unknown-attribute',
  severity: 'error',
  summary: 'An attribute that a reference asks for is one that the resource has.',
  why: `\`Fn::GetAtt\` and \`Fn::Sub\` ask a resource for an attribute by name. Types differ: the ARN of a role is \`Arn\`, that of
a managed policy \`PolicyArn\`, that of a topic \`TopicArn\`. With a name that the type does not have CloudFormation
refuses the template. Only types that templates for Defender for Cloud use are looked at.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html',
  checked: '2026-11-22',

  sections: ['Resources', 'Conditions', 'Rules', 'Outputs'],
  reads: ['document', 'names'],

  *check(entry, { document, names }) {
    for (const reference of referencesOf(entry)) {
      const { attribute, name } = reference;
      const typeName = names.resources.get(name) ?? '';
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
