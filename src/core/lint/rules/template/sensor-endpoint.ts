import { replace } from '../../fix/replace';
import { resourceRule } from '../../rule';
import { textsIn } from '../../view/texts-in';

/** Firewall lists live long. */
export const sensorEndpoint = resourceRule({
  id: 'template/sensor-endpoint',
  severity: 'warning',
  summary: 'Lists of allowed addresses name the endpoint that the Defender sensor uses today.',
  why: `The sensor of Defender for Containers sends to \`*.cloud.defender.microsoft.com\` on port 443; outbound rules of EKS
clusters were to be changed by 30 September 2026. The endpoints under \`opinsights.azure.com\` that older lists name are no
longer documented.`,
  source:
    'https://github.com/MicrosoftDocs/azure-security-docs/blob/8060052cc18ce64900eb08d7cf9232cbf3e75a0b/articles/defender-for-cloud/release-notes-archive.md#deprecation-notice-update-outbound-rules-for-microsoft-defender-for-containers',
  checked: '2026-11-22',
  reads: ['document'],

  *check({ map }, { document }) {
    for (const { match, span } of textsIn(document, map, /\*?\.(?:ods|oms)\.opinsights\.azure\.(?:com|us)/gi)) {
      const current = `${match.startsWith('*') ? '*' : ''}.cloud.defender.microsoft.com`;
      yield { span, message: `The Defender sensor no longer uses ${match}. Allow ${current} on port 443.`, fixes: [replace(`Write ${current}`, span, current)] };
    }
  },
});
