import { valueAt } from '../../../document/value-at';
import { nationalCloudOf } from '../../check/unavailable-location';
import { connectorRule } from '../../rule';

export const nationalCloud = connectorRule({
  id: 'connector/national-cloud',
  severity: 'error',
  summary: "The connector's location is one of Azure's public cloud.",
  why: `Connectors to AWS do not exist in Azure Government and in Azure operated by 21Vianet: the resource cannot be created
there. A subscription of the public cloud is needed.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws',
  checked: '2026-11-22',

  *check({ document }) {
    const location = valueAt(document.root, 'azure', 'location');
    if (location?.kind !== 'scalar') return;
    const cloud = nationalCloudOf(String(location.value));
    if (!cloud) return;
    yield {
      span: location.span,
      message: `Location ${location.value} is in ${cloud}, which has no connectors to AWS. Use a subscription and a location of the public cloud.`,
    };
  },
});
