import { shown } from '../../../document/shown';
import { entryRule } from '../../rule';

/** `Ref` asks parameters and resources by one name. */
export const duplicateName = entryRule({
  id: 'template/duplicate-name',
  severity: 'error',
  summary: 'No resource has the name of a parameter.',
  why: `Parameters and resources of a template share their names: \`Ref\` could not tell them apart. CloudFormation refuses a
template in which a name stands for both. Names that stand twice in one section are told as errors of syntax.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  checked: '2026-11-22',

  sections: ['Resources'],
  reads: ['names'],

  *check({ name, key }, { names }) {
    if (names.parameters.has(name)) yield { span: key.span, message: `Resource ${shown(name)} has the name of a parameter. Give one of them another name.` };
  },
});
