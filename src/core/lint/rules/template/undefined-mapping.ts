import { undeclaredNames } from '../../check/undeclared-names';
import { entryRule } from '../../rule';

/** A mapping is looked up by name. */
export const undefinedMapping = entryRule({
  id: 'template/undefined-mapping',
  severity: 'error',
  summary: 'A mapping that Fn::FindInMap looks into is declared under Mappings.',
  why: `\`Fn::FindInMap\` names a mapping of the template's section \`Mappings\`. CloudFormation refuses a template that names
one which is not there.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html',
  checked: '2026-11-22',

  sections: ['Resources', 'Conditions', 'Rules', 'Outputs'],
  reads: ['document', 'names', 'isOpen'],

  check: (entry, { document, names: { mappings }, isOpen }) =>
    isOpen ? [] : undeclaredNames(entry, document, { kind: 'mapping', names: mappings, section: 'Mappings' }),
});
