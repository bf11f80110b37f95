import { shown } from '../../../document/shown';
import { replace } from '../../fix/replace';
import { writeScalar } from '../../fix/write-scalar';
import { accessTypes } from '../../../model/connector';
import { nearest } from '../../nearest';
import { connectorRule } from '../../rule';

export const accessType = connectorRule({
  id: 'connector/access-type',
  severity: 'error',
  summary: 'The access type is default or leastPrivilege.',
  why: `The portal offers two permission types. *Default access* grants what current and future capabilities need; *Least
privilege access* grants only what is needed today, and you may be told later that more is needed. The access type
decides which permissions the template gives to the roles; it is no part of the connector in Azure.

The portal offers no Terraform for a management account, though the documentation says that it is supported: told as
information.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws',
  checked: '2026-11-22',

  *check({ document, access, deploymentMethod, isManagementAccount }) {
    const value = String(access?.value ?? '');
    if (access && !accessTypes.some((known) => known === access.value)) {
      const meant = nearest(value.replace(/[\s-]*access$/i, '').replace(/[\s-]/g, ''), accessTypes);
      yield {
        span: access.span,
        message: `Access type ${shown(value) || 'without a value'} is not known. Write ${meant ?? accessTypes.join(' or ')}.`,
        fixes: meant ? [replace(`Write ${meant}`, access.span, writeScalar(document, access, meant))] : [],
      };
    }
    if (deploymentMethod?.value === 'terraform' && isManagementAccount) {
      yield {
        span: deploymentMethod.span,
        severity: 'information',
        message: 'The portal hides Terraform for a management account, though the documentation says that it is supported. Write cloudFormation to follow the portal.',
      };
    }
  },
});
