import { shown } from '../../../document/shown';
import { writeInside } from '../../fix/write-name';
import { nearest } from '../../nearest';
import { templateRule } from '../../rule';
import { declarationsOf } from '../../view/declarations';
import { nameSpan } from '../../view/reference-span';
import { templateReferences } from '../../view/template-references';

/** Conditions are declared in a section of their own. */
export const undefinedCondition = templateRule({
  id: 'template/undefined-condition',
  severity: 'error',
  summary: 'A condition that is asked for is declared under Conditions.',
  why: `\`Condition\` of a resource or an output, \`Fn::If\` and conditions built from others name a condition of the template's
section \`Conditions\`. CloudFormation refuses a template that names one which is not there.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
  checked: '2026-11-22',

  *check({ document }) {
    const { conditions, isOpen } = declarationsOf(document);
    if (isOpen) return;
    for (const reference of templateReferences(document)) {
      const { to, name } = reference;
      if (to !== 'condition' || conditions.has(name)) continue;
      const meant = nearest(name, [...conditions.keys()]);
      const span = nameSpan(document, reference);
      yield {
        span,
        message: `The template has no condition ${shown(name)}. ${meant ? `Write ${shown(meant)}.` : 'Declare it under Conditions.'}`,
        fixes: meant ? writeInside(document, span, name, meant) : [],
      };
    }
  },
});
