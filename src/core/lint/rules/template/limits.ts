import { limit } from '../../../catalog/limit';
import { entryOf } from '../../../document/entry-of';
import type { Located } from '../../../document/located';
import { shown } from '../../../document/shown';
import { valueAt } from '../../../document/value-at';
import { utf8Length } from '../../../generate/utf8-length';
import { type RuleFinding, templateRule } from '../../rule';

/** What CloudFormation counts. The size of the whole file is another rule's. */
export const limits = templateRule({
  id: 'template/limits',
  severity: 'error',
  summary: 'The template keeps to the numbers that CloudFormation takes.',
  why: `CloudFormation takes 200 parameters, 500 resources, 200 outputs and 200 mappings in a template, a description of 1,024
bytes, and 4,096 bytes as the value of a parameter. It refuses a template with more.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
  checked: '2026-11-22',

  *check({ document, parameters }) {
    yield* countMistakes(document.root);
    const description = valueAt(document.root, 'Description');
    yield* sizeMistake(description, 'The description', limit('templateDescriptionBytes'));
    for (const { name, value } of parameters) {
      yield* sizeMistake(entryOf(value, 'Default')?.value, `The default of parameter ${shown(name)}`, limit('parameterValueBytes'));
    }
  },
});

function* countMistakes(root: Located | undefined): Iterable<RuleFinding> {
  for (const [name, most] of counted) {
    const section = entryOf(root, name);
    const count = section?.value.kind === 'map' ? section.value.entries.length : 0;
    if (!section || count <= most) continue;
    yield { span: section.key.span, message: `The template has ${count} ${name.toLowerCase()}, and CloudFormation takes ${most}. Split it.` };
  }
}

function* sizeMistake(node: Located | undefined, what: string, most: number): Iterable<RuleFinding> {
  const bytes = node?.kind === 'scalar' ? utf8Length(String(node.value ?? '')) : 0;
  if (node && bytes > most) yield { span: node.span, message: `${what} has ${bytes} bytes, and CloudFormation takes ${most}. Shorten it.` };
}

const counted: readonly (readonly [string, number])[] = [
  ['Parameters', limit('templateParameters')],
  ['Resources', limit('templateResources')],
  ['Outputs', limit('templateOutputs')],
  ['Mappings', limit('templateMappings')],
];
