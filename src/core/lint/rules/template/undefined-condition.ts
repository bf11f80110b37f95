import { shown } from '../../../document/shown';
import { writeInside } from '../../fix/write-name';
import { nearest } from '../../nearest';
import { entryRule } from '../../rule';
import { nameSpan } from '../../view/reference-span';
import { referencesOf } from '../../view/template-references';

/** Conditions are declared in a section of their own. */
export const undefinedCondition = entryRule({
  id: 'template/undefined-condition',
  severity: 'error',
  summary: 'A condition that is asked for is declared under Conditions.',
  why: `\`Condition\` of a resource or an output, \`Fn::If\` and conditions built from others name a condition of the template's
section \`Conditions\`. CloudFormation refuses a template that names one which is not there.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
  checked: '2026-11-22',

  sections: ['Resources', 'Conditions', 'Rules', 'Outputs'],
  reads: ['document', 'names', 'isOpen'],

  *check(entry, { document, names: { conditions }, isOpen }) {
    if (isOpen) return;
    for (const reference of referencesOf(entry)) {
      const { to, name } = reference;
      if (to !== 'condition' || conditions.has(name)) continue;
      const meant = nearest(name, [...conditions]);
      const span = nameSpan(document, reference);
      yield {
        span,
        message: `The template has no condition ${shown(name)}. ${meant ? `Write ${shown(meant)}.` : 'Declare it under Conditions.'}`,
        fixes: meant ? writeInside(document, span, name, meant) : [],
      };
    }
  },
});
