import { shown } from '../../../document/shown';
import { writeInside } from '../../fix/write-name';
import { nearest } from '../../nearest';
import { entryRule } from '../../rule';
import { nameSpan } from '../../view/reference-span';
import { referencesOf } from '../../view/template-references';

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

  *check(entry, { document, names: { mappings }, isOpen }) {
    if (isOpen) return;
    for (const reference of referencesOf(entry)) {
      const { to, name } = reference;
      if (to !== 'mapping' || mappings.has(name)) continue;
      const meant = nearest(name, [...mappings]);
      const span = nameSpan(document, reference);
      yield {
        span,
        message: `The template has no mapping ${shown(name)}. ${meant ? `Write ${shown(meant)}.` : 'Declare it under Mappings.'}`,
        fixes: meant ? writeInside(document, span, name, meant) : [],
      };
    }
  },
});
