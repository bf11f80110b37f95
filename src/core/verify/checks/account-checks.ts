import { regionByCode } from '../../catalog/region-by-code';
import { check, issue, over, type Check, type Subject } from '../check';
import type { StsAnswer } from '../facts';

export const accountChecks: readonly Check[] = [
  check('aws-commercial', function* (subject) {
    const { partition } = subject.facts;
    if (partition === 'aws') return;
    yield issue('aws-commercial', subject, `The account is in partition ${partition}, which Defender for Cloud does not connect.`);
  }),

  check('aws-sts-regions', function* (subject) {
    for (const { region, sts } of subject.facts.regions) {
      yield* over(sts, function* (answer) {
        const words = sentence(answer, region, subject);
        if (words !== undefined) yield issue('aws-sts-regions', subject, words, { evidence: [{ label: 'Region', value: region }] });
      });
    }
    yield* untold(subject);
  }),
];

/** A region that "all" includes and the account has not enabled is not looked at by anybody. */
function sentence(answer: StsAnswer, region: string, { connector }: Subject): string | undefined {
  const name = regionByCode(region)?.name;
  const place = name == null ? region : `${region} (${name})`;
  if (answer === 'disabled') return `STS does not issue sessions in ${place}, so Defender for Cloud cannot look there.`;
  if (answer === 'notEnabled' && connector.regions !== 'all') return `Region ${place} is not enabled in the account, and the connector lists it.`;
  return undefined;
}

/** Said once, not for each region. */
function* untold({ facts }: Subject) {
  const regions = facts.regions.filter(({ sts }) => sts.ok && sts.value === 'answers');
  if (regions.length === 0) return;
  const what = `Whether STS issues sessions in ${regions.length === 1 ? (regions[0]?.region ?? '') : `${regions.length} regions`}`;
  const why = 'It answers there, but a session cannot ask for another one. A profile with access keys of an IAM user can.';
  yield { gap: { what, why, permission: null } };
}
