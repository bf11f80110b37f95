import { entryOf } from '../../../document/entry-of';
import { nationalCloudOf } from '../../check/unavailable-location';
import { armConnectorRule } from '../../rule';
import { knownText } from '../../view/arm-expression';

export const armNationalCloud = armConnectorRule({
  id: 'arm/national-cloud',
  severity: 'error',
  summary: "The connector's location is one of Azure's public cloud.",
  why: `Connectors to AWS do not exist in Azure Government and in Azure operated by 21Vianet: the resource cannot be created
there. A subscription of the public cloud is needed.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws',
  checked: '2026-11-22',

  *check({ map }) {
    const node = entryOf(map, 'location')?.value;
    const cloud = nationalCloudOf(knownText(node) ?? '');
    if (node && cloud) yield { span: node.span, message: `Location ${knownText(node)} is in ${cloud}, which has no connectors to AWS. Use a subscription and a location of the public cloud.` };
  },
});
