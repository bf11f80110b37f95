import { expectedValues } from '../../catalog/preconditions';
import { joined } from '../../lint/joined';
import { check, issue, over, type Check } from '../check';

export const instanceChecks: readonly Check[] = [
  check('srv-ssm-agent', function* (subject) {
    const known = subject.facts.regions.flatMap(({ instances }) => instances ?? []);
    for (const { region, instances } of subject.facts.regions) {
      yield* over(instances, function* (all) {
        const lost = all.filter(({ pingStatus }) => !expectedValues('ssmPingStatus').includes(pingStatus));
        if (lost.length === 0) return;
        yield issue('srv-ssm-agent', subject, `${lost.length} of ${all.length} managed instances in ${region} are not online in Systems Manager: ${joined(lost.map(({ id }) => id), 4)}.`, {
          evidence: lost.slice(0, most).map(({ id, pingStatus }) => ({ label: id, value: pingStatus })),
        });
      });
    }
    if (known.length === 0 || known.some((reading) => !reading.ok || reading.value.length > 0)) return;
    yield issue('srv-ssm-agent', subject, 'Systems Manager knows no instance in the regions of the connector. Instances without the agent are not seen here.', { severity: 'information' });
  }),
];

const most = 20;
