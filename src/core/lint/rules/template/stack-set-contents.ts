import { entryOf } from '../../../document/entry-of';
import type { ResourceView } from '../../view/resource-view';
import { type RuleFinding, templateRule } from '../../rule';
import { stackSetView } from '../../view/stack-set-view';

/** For members of an organization the same template is rolled out that the management account gets as a stack. */
export const stackSetContents = templateRule({
  id: 'template/stack-set-contents',
  severity: 'error',
  summary: 'What a service-managed StackSet rolls out has no nested stacks and no macros.',
  why: `StackSets with permissions managed by AWS Organizations cannot deploy nested stacks, and refuse templates with
macros or transforms. For a management account the template goes to the members as such a StackSet.`,
  source:
    'https://github.com/awsdocs/aws-cloudformation-user-guide/blob/19dc52cd3f2007d6d268b65b739ffb5ebf8c1e76/doc_source/stacksets-getting-started-create.md',
  checked: '2026-11-22',

  *check({ document, connector, all }) {
    for (const resource of all) if (resource.type === 'AWS::CloudFormation::StackSet') yield* bodyMistakes(resource);
    if (connector?.account.type !== 'management') return;
    const transform = entryOf(document.root, 'Transform');
    if (transform) yield { span: transform.key.span, message: `${forMembers} refuses templates with a transform. Process it first.` };
    for (const { type, map, logicalId } of all) {
      if (type !== 'AWS::CloudFormation::Stack') continue;
      const span = entryOf(map, 'Type')?.value.span ?? logicalId.span;
      yield { span, message: `${forMembers} cannot deploy nested stacks. Write the resources into this template.` };
    }
  },
});

const forMembers = 'The StackSet that brings this template to the member accounts';

function* bodyMistakes(resource: ResourceView): Iterable<RuleFinding> {
  const { body, isServiceManaged } = stackSetView(resource);
  if (!body || !isServiceManaged) return;
  const { span } = body.entry.key;
  if (body.resources.some(({ type }) => type === 'AWS::CloudFormation::Stack')) {
    yield { span, message: 'A service-managed StackSet cannot deploy the nested stack of this template. Write its resources into it.' };
  }
  if (body.hasTransform) {
    yield { span, message: 'A service-managed StackSet refuses the transform of this template. Process it first.' };
  }
}
