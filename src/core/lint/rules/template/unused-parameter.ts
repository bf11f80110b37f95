import { catalog } from '../../../catalog/catalog';
import { shown } from '../../../document/shown';
import { templateRule } from '../../rule';

/** Whoever deploys is asked for each parameter. */
export const unusedParameter = templateRule({
  id: 'template/unused-parameter',
  severity: 'information',
  summary: 'Each parameter is used.',
  why: `Whoever deploys the template is asked for every parameter without a default, and a value that nothing reads misleads:
a role name that is no longer a parameter's, for example, has to be changed in the role. Parameters of the template that
the Azure portal gives stay, used or not, since stacks and StackSets carry values for them.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  checked: '2026-11-22',

  reads: ['parameters', 'names', 'used', 'hasRules', 'isOpen'],

  *check({ parameters, names, used, hasRules, isOpen }) {
    // Rules use parameters in ways of their own.
    if (isOpen || hasRules) return;
    for (const { name, key } of parameters) {
      if (used.has(name) || portalNames.has(name) || names.resources.has(name)) continue;
      yield { span: key.span, message: `Nothing uses parameter ${shown(name)}. Remove it, or use it.`, tags: ['unnecessary'] };
    }
  },
});

const portalNames: ReadonlySet<string> = new Set(catalog.parameters.map(({ name }) => name));
