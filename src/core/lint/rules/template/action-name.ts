import { shown } from '../../../document/shown';
import { rewrite } from '../../fix/rewrite';
import { policyRule } from '../../policy-rule';
import { meantAction } from '../../view/meant-action';

/** IAM takes any name for an action, and allows nothing with one that does not exist. */
export const actionName = policyRule({
  id: 'template/action-name',
  severity: 'error',
  summary: 'Actions have the names that AWS gives them.',
  why: `IAM accepts a policy with an action that does not exist, such as \`iam:AttacheRolePolicy\` of Microsoft's published
Terraform, and the role may then not do what was meant. An action is told where AWS does not document it and one that
Microsoft publishes for a role is nearly the same. Services that no role uses are not looked at.`,
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  checked: '2026-11-22',
  reads: [],

  *check({ statements }, { document }) {
    for (const action of statements.flatMap(({ actions }) => actions)) {
      const { text, known, span } = action;
      if (!known || /[*?$]/.test(text)) continue;
      if (!text.includes(':')) {
        yield { span, message: `Action ${shown(text)} names no service. Write it as service:action.` };
        continue;
      }
      const right = meantAction(text);
      if (!right) continue;
      yield { span, message: `Action ${shown(text)} does not exist. Write ${right}.`, fixes: rewrite(document, `Write ${right}`, action, right) };
    }
  },
});
