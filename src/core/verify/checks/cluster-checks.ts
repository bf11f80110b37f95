import { expectedValues, quotaFact } from '../../catalog/preconditions';
import { check, issue, over, type Check, type Outcome, type Subject } from '../check';
import type { Cluster, Reading, Usage } from '../facts';
import { isAtLeast } from '../is-at-least';

export const clusterChecks: readonly Check[] = [
  check('eks-cluster', function* (subject) {
    const readings = subject.facts.regions.flatMap(({ clusters }) => clusters ?? []);
    for (const reading of readings) yield* over(reading, () => []);
    if (readings.length === 0 || readings.some((reading) => !reading.ok || reading.value.length > 0)) return;
    yield issue('eks-cluster', subject, 'There is no EKS cluster in the regions of the connector.');
  }),

  check('eks-auth-mode', (subject) =>
    eachCluster(subject, function* ({ name, authenticationMode: mode }, region) {
      if (mode === null || expectedValues('eksAuthenticationModes').includes(mode)) return;
      const evidence = [{ label: 'Authentication mode', value: mode }];
      yield issue('eks-auth-mode', subject, `Cluster ${name} in ${region} has authentication mode ${mode}, so it takes no access entry for Defender for Cloud.`, { evidence, values: { cluster: name, region } });
    }),
  ),

  check('eks-public-endpoint', (subject) =>
    eachCluster(subject, function* ({ name, publicEndpoint, publicCidrs }, region) {
      const missing = expectedValues('eksPublicCidrs').filter((cidr) => !publicCidrs.includes(cidr));
      if (publicEndpoint && (missing.length === 0 || publicCidrs.includes('0.0.0.0/0'))) return;
      const words = publicEndpoint ? `does not let ${missing.join(' and ')} in` : 'has no public endpoint';
      // Only its own addresses would open an endpoint that was off to nobody else.
      const cidrs = [...(publicEndpoint ? publicCidrs : []), ...expectedValues('eksPublicCidrs')].filter((one, at, all) => all.indexOf(one) === at).join(',');
      yield issue('eks-public-endpoint', subject, `Cluster ${name} in ${region} ${words}, so Defender for Cloud does not reach its API server.`, {
        evidence: [{ label: 'Public access', value: publicEndpoint ? publicCidrs.join(', ') : 'off' }],
        values: { cluster: name, region, cidrs },
      });
    }),
  ),

  check('eks-audit', (subject) =>
    eachCluster(subject, function* ({ name, logTypes }, region) {
      const missing = expectedValues('eksLogTypes').filter((type) => !logTypes.includes(type));
      if (missing.length === 0) return;
      const evidence = [{ label: 'Log types that are on', value: logTypes.join(', ') || 'none' }];
      yield issue('eks-audit', subject, `Cluster ${name} in ${region} does not log ${missing.join(' and ')}, so threats in it are not seen.`, { evidence, values: { cluster: name, region } });
    }),
  ),

  check('eks-exclude-tag', (subject) =>
    eachCluster(subject, function* ({ name, tags }, region) {
      const tag = expectedValues('eksExcludeTag').find((key) => tags[key]?.toLowerCase() === 'true');
      if (tag === undefined) return;
      yield issue('eks-exclude-tag', subject, `Cluster ${name} in ${region} has tag ${tag}, so it gets no sensor.`, { evidence: [{ label: 'Tag', value: tag }] });
    }),
  ),

  check('eks-gated', (subject) =>
    eachCluster(subject, function* ({ name, version }, region) {
      const [least = ''] = expectedValues('eksGatedVersion');
      if (version === null || isAtLeast(version, least)) return;
      yield issue('eks-gated', subject, `Cluster ${name} in ${region} runs Kubernetes ${version}; deployments can be gated from ${least} on.`, { evidence: [{ label: 'Version', value: version }] });
    }),
  ),

  check('eks-capacity', function* (subject) {
    for (const { region, streams, clusters } of subject.facts.regions) {
      if (clusters?.ok && clusters.value.length > 0) yield* room(subject, streams, { region, quota: 'firehose' });
    }
    yield* room(subject, subject.facts.buckets, { region: 'us-east-1', quota: 'buckets' });
  }),
];

function* eachCluster({ facts }: Subject, run: (cluster: Cluster, region: string) => Iterable<Outcome>): Iterable<Outcome> {
  for (const { region, clusters } of facts.regions) {
    yield* over(clusters, function* (all) {
      for (const cluster of all) yield* run(cluster, region);
    });
  }
}

function* room(subject: Subject, reading: Reading<Usage> | undefined, { region, quota }: { readonly region: string; readonly quota: string }): Iterable<Outcome> {
  yield* over(reading, function* ({ name, used, limit }) {
    if (used < limit) return;
    const { service, code } = quotaFact(quota);
    const evidence = [{ label: name, value: `${used} of ${limit}` }];
    yield issue('eks-capacity', subject, `${used} of ${limit} ${name} are used in ${region}: there is no room for another.`, { evidence, values: { service, code, value: String(limit + 10), region } });
  });
}
