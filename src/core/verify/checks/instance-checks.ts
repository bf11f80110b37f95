import { expectedValues } from '../../catalog/preconditions';
import { joined } from '../../lint/joined';
import { check, issue, over, type Check } from '../check';
import { arcSupport } from '../arc-support';

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

  check('srv-os', function* (subject) {
    const unknown = new Set<string>();
    for (const { region, instances } of subject.facts.regions) {
      yield* over(instances, function* (all) {
        for (const { id, platform } of all) {
          const support = arcSupport(platform);
          const words = platform ? `${platform.name} ${platform.version}`.trim() : 'an operating system that its agent has not named';
          if (support === 'unknown') unknown.add(`${id} (${words})`);
          if (support !== 'unsupported') continue;
          yield issue('srv-os', subject, `Instance ${id} in ${region} has ${words}, which Azure Arc does not list.`, { evidence: [{ label: 'Operating system', value: words }] });
        }
      });
    }
    if (unknown.size === 0) return;
    const what = `Whether Azure Arc supports the operating system of ${joined([...unknown], 4)}`;
    yield { gap: { what, why: 'It is known by another name to the list of Azure Arc. Compare it by hand.', permission: null } };
  }),
];

const most = 20;
