import { entryOf } from '../../../document/entry-of';
import { replace } from '../../fix/replace';
import { resourceRule } from '../../rule';
import { identityResources } from '../../view/identity-resources';
import { stackSetView } from '../../view/stack-set-view';

/** Defender makes a connector for each new account of the organization, with or without roles. */
export const stackSetAutoDeployment = resourceRule({
  id: 'template/stack-set-auto-deployment',
  severity: 'warning',
  summary: 'The StackSet for member accounts deploys to new accounts by itself.',
  why: `Defender for Cloud makes a connector for every account that joins the organization. Without automatic deployment the
account gets no roles, and its connector stays unhealthy until somebody adds an instance. Decide on purpose what happens
to the roles of an account that leaves: \`RetainStacksOnAccountRemoval\`.`,
  source:
    'https://github.com/awsdocs/aws-cloudformation-user-guide/blob/19dc52cd3f2007d6d268b65b739ffb5ebf8c1e76/doc_source/stacksets-getting-started-create.md',
  checked: '2026-11-22',
  types: ['AWS::CloudFormation::StackSet'],
  reads: [],

  *check(resource) {
    const { body, isServiceManaged, autoDeployment, permissionModel } = stackSetView(resource);
    if (!isServiceManaged || !body || identityResources(body.resources).length === 0) return;
    if (!autoDeployment) {
      const span = (permissionModel ?? resource.logicalId).span;
      yield { span, message: 'New accounts of the organization get no roles from this StackSet. Add AutoDeployment with Enabled: true.' };
      return;
    }
    const enabled = entryOf(autoDeployment.value, 'Enabled')?.value;
    if (enabled?.kind !== 'scalar' || String(enabled.value) !== 'false') return;
    yield {
      span: enabled.span,
      message: 'Automatic deployment is off: new accounts of the organization get no roles. Write true.',
      fixes: [replace('Write true', enabled.span, 'true')],
    };
  },
});
