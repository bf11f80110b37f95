import { expectedValues } from '../../../catalog/preconditions';
import { shown } from '../../../document/shown';
import { valueAt } from '../../../document/value-at';
import { replace } from '../../fix/replace';
import { writeScalar } from '../../fix/write-scalar';
import { preconditionRule } from '../../precondition-rule';

/** Who may enter a cluster is told by access entries, or by a map inside of it that nobody outside can write. */
export const clusterAccess = preconditionRule({
  id: 'template/cluster-access',
  severity: 'warning',
  summary: 'EKS clusters take access entries where Defender for Cloud is to use their Kubernetes API.',
  why: `With authentication mode \`CONFIG_MAP\` a cluster knows only the identities of its own aws-auth map. Defender for Cloud
enters by an access entry, which needs the mode \`API\` or \`API_AND_CONFIG_MAP\`. Where its role may use
\`eks:UpdateClusterConfig\` it changes the mode itself, and the cluster is then no longer as the template says.`,
  checked: '2026-11-28',
  precondition: 'eks-auth-mode',
  type: 'AWS::EKS::Cluster',

  *check({ logicalId, properties }, document) {
    const mode = valueAt(properties, 'AccessConfig', 'AuthenticationMode');
    if (mode?.kind !== 'scalar' || mode.value !== 'CONFIG_MAP') return;
    const right = expectedValues('eksAuthenticationModes').find((value) => value.includes('CONFIG_MAP')) ?? 'API';
    yield {
      span: mode.span,
      message: `Cluster ${shown(String(logicalId.value))} has authentication mode CONFIG_MAP, with which Defender for Cloud cannot enter it. Write ${right}.`,
      fixes: [replace(`Write ${right}`, mode.span, writeScalar(document, mode, right))],
    };
  },
});
