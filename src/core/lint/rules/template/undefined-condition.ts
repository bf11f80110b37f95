import { undeclaredNames } from '../../check/undeclared-names';
import { entryRule } from '../../rule';

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

  check: (entry, { document, names: { conditions }, isOpen }) =>
    isOpen ? [] : undeclaredNames(entry, document, { kind: 'condition', names: conditions, section: 'Conditions' }),
});
