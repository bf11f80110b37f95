import { expectedValues } from '../../../catalog/preconditions';
import { entryOf } from '../../../document/entry-of';
import { shown } from '../../../document/shown';
import { listed } from '../../view/listed';
import { preconditionRule } from '../../precondition-rule';

/** Mostly on purpose, and worth knowing. */
export const clusterExcluded = preconditionRule({
  id: 'template/cluster-excluded',
  severity: 'information',
  summary: 'No EKS cluster is kept out of the Defender sensor by its tag without somebody knowing.',
  why: `A cluster with the tag \`ms_defender_container_exclude_sensors\` set to true gets no sensor, where the tag is there before
Defender for Cloud sets the sensor up. Nothing has to be done where that is meant.`,
  checked: '2026-11-28',
  precondition: 'eks-exclude-tag',
  type: 'AWS::EKS::Cluster',

  *check({ logicalId, properties }) {
    for (const tag of listed(entryOf(properties, 'Tags')?.value)) {
      const key = entryOf(tag, 'Key')?.value;
      const value = entryOf(tag, 'Value')?.value;
      if (key?.kind !== 'scalar' || value?.kind !== 'scalar' || String(value.value).toLowerCase() !== 'true') continue;
      const name = String(key.value);
      if (!expectedValues('eksExcludeTag').includes(name)) continue;
      yield { span: key.span, message: `Cluster ${shown(String(logicalId.value))} gets no Defender sensor because of its tag ${name}. Remove the tag, unless that is meant.` };
    }
  },
});
