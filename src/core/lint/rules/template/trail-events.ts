import { precondition, preconditionPage } from '../../../catalog/preconditions';
import { entryOf } from '../../../document/entry-of';
import type { Located, LocatedScalar } from '../../../document/located';
import { shown } from '../../../document/shown';
import { replace } from '../../fix/replace';
import { type RuleFinding, templateRule } from '../../rule';
import { isOn } from '../../view/asked-features';
import { listed } from '../../view/listed';
import { referencesIn } from '../../view/references';
import type { ResourceView } from '../../view/resource-view';

const { features, ...ingestion } = precondition('ct-trail');

/** A trail without management events says nothing of who did what in the account. */
export const trailEvents = templateRule({
  id: 'template/trail-events',
  severity: 'warning',
  summary: 'The trail that Defender for Cloud reads is on, and takes management events.',
  why: `CloudTrail ingestion reads management events: who did what in the account. A trail that takes data events alone, or that
does not log, gives it nothing. Only trails into a bucket that tells of its new files, as ingestion needs it, are spoken
about; others have other uses.`,
  source: preconditionPage({ features, ...ingestion }),
  checked: '2026-11-28',
  reads: ['connector', 'features', 'roles', 'notifying'],

  *check(view) {
    if (!isOn(view, features ?? [])) return;
    const notifying = new Set(view.notifying.filter(tellsOfFiles).map(({ logicalId }) => String(logicalId.value)));
    for (const trail of view.notifying) {
      const bucket = trail.type === 'AWS::CloudTrail::Trail' ? entryOf(trail.properties, 'S3BucketName')?.value : undefined;
      if (bucket && referencesIn(bucket).some(({ name }) => notifying.has(name))) yield* trailMistakes(trail);
    }
  },
});

const tellsOfFiles = ({ type, properties }: ResourceView): boolean => type === 'AWS::S3::Bucket' && entryOf(properties, 'NotificationConfiguration') !== undefined;

function* trailMistakes({ logicalId, properties }: ResourceView): Iterable<RuleFinding> {
  const name = shown(String(logicalId.value));
  const logging = entryOf(properties, 'IsLogging')?.value;
  if (says(logging, 'false')) {
    yield { span: logging.span, message: `Trail ${name} does not log, so Defender for Cloud gets no events of it. Write IsLogging: true.`, fixes: [replace('Write true', logging.span, 'true')] };
  }
  const selectors = listed(entryOf(properties, 'EventSelectors')?.value).map((selector) => entryOf(selector, 'IncludeManagementEvents')?.value);
  const off = selectors.flatMap((value) => (says(value, 'false') ? [value] : []));
  const [first] = off;
  if (!first || off.length < selectors.length) return;
  yield {
    span: first.span,
    message: `Trail ${name} leaves management events out, and those are what Defender for Cloud reads. Write IncludeManagementEvents: true.`,
    fixes: [replace('Write true', first.span, 'true')],
  };
}

const says = (node: Located | undefined, word: string): node is LocatedScalar => node?.kind === 'scalar' && String(node.value) === word;
