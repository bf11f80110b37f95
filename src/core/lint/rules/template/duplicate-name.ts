import { shown } from '../../../document/shown';
import { templateRule } from '../../rule';
import { declarationsOf } from '../../view/declarations';

/** `Ref` asks parameters and resources by one name. */
export const duplicateName = templateRule({
  id: 'template/duplicate-name',
  severity: 'error',
  summary: 'No resource has the name of a parameter.',
  why: `Parameters and resources of a template share their names: \`Ref\` could not tell them apart. CloudFormation refuses a
template in which a name stands for both. Names that stand twice in one section are told as errors of syntax.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  checked: '2026-11-22',

  *check({ document }) {
    const { parameters, resources } = declarationsOf(document);
    for (const [name, { key }] of resources) {
      if (!parameters.has(name)) continue;
      yield { span: key.span, message: `Resource ${shown(name)} has the name of a parameter. Give one of them another name.` };
    }
  },
});
