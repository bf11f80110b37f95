import { expectedValues } from '../../../catalog/preconditions';
import type { Located, LocatedDocument } from '../../../document/located';
import { entryOf } from '../../../document/entry-of';
import { shown } from '../../../document/shown';
import type { Fix } from '../../../model/finding';
import { appendItems } from '../../fix/append-to';
import { preconditionRule } from '../../precondition-rule';
import { liesWithin } from '../../view/lies-within';

/** From where the API server of a cluster is reached. */
export const clusterEndpoint = preconditionRule({
  id: 'template/cluster-endpoint',
  severity: 'warning',
  summary: 'Defender for Cloud reaches the API server of EKS clusters from its own addresses.',
  why: `Defender for Cloud calls the Kubernetes API of a cluster through its public endpoint. Where that is restricted to some
addresses, those of Defender for Cloud have to be among them. Where its role may use \`eks:UpdateClusterConfig\` it adds them
itself, and an update of the stack takes them away again. For a cluster that is to have no public endpoint, turn
Kubernetes API access off in the connector, or silence this rule.`,
  checked: '2026-11-28',
  precondition: 'eks-public-endpoint',
  type: 'AWS::EKS::Cluster',

  *check({ logicalId, properties }, document) {
    const network = entryOf(properties, 'ResourcesVpcConfig')?.value;
    const endpoint = entryOf(network, 'EndpointPublicAccess');
    const name = shown(String(logicalId.value));
    const needed = expectedValues('eksPublicCidrs');
    if (endpoint?.value.kind === 'scalar' && String(endpoint.value.value) === 'false') {
      const message = `Cluster ${name} has no public endpoint, so Defender for Cloud does not reach its API server. Turn it on for ${needed.join(' and ')} and for addresses that you trust.`;
      yield { span: endpoint.value.span, message };
      return;
    }
    const cidrs = entryOf(network, 'PublicAccessCidrs');
    const allowed = cidrs && textsOf(cidrs.value);
    const missing = allowed ? needed.filter((cidr) => !allowed.some((one) => liesWithin(cidr, one))) : [];
    if (!cidrs || missing.length === 0) return;
    yield {
      span: cidrs.key.span,
      message: `Cluster ${name} does not let Defender for Cloud in from ${missing.join(' and ')}. Add ${missing.length === 1 ? 'it' : 'them'} to PublicAccessCidrs.`,
      fixes: adding(document, cidrs.value, missing),
    };
  },
});

/** Undefined where one of them is known only when a stack is made. */
function textsOf(list: Located): readonly string[] | undefined {
  if (list.kind !== 'sequence' || list.items.length === 0) return undefined;
  const texts = list.items.flatMap((item) => (item.kind === 'scalar' ? [String(item.value)] : []));
  return texts.length === list.items.length ? texts : undefined;
}

function adding(document: LocatedDocument, list: Located, missing: readonly string[]): readonly Fix[] {
  if (list.kind !== 'sequence') return [];
  return [{ title: `Let ${missing.join(' and ')} in`, edits: appendItems(document, list, missing.map((cidr) => JSON.stringify(cidr))) }];
}
