import { entryOf } from '../../../document/entry-of';
import type { LocatedEntry } from '../../../document/located';
import { valueAt } from '../../../document/value-at';
import { appendEntry } from '../../fix/append-to';
import { type RuleFinding, armConnectorRule } from '../../rule';
import type { ArmConnectorView } from '../../view/arm-view';

export const required = armConnectorRule({
  id: 'arm/required',
  severity: 'error',
  summary: 'A connector to AWS says its location, its account, its environment and the offerings that it always has.',
  why: `The specification marks nearly nothing as required, so that tools which follow it accept a connector without an
account. It needs a location, which cannot be changed later; \`hierarchyIdentifier\` with the account; \`environmentName\`;
\`environmentData\` with its type; and its offerings, each with its type. Foundational CSPM, \`CspmMonitorAws\`, is part of
every connector that the portal makes: where it is missing that is a warning.`,
  source: 'https://learn.microsoft.com/azure/templates/microsoft.security/securityconnectors',
  checked: '2026-11-22',

  *check(connector) {
    const { map, properties, document } = connector;
    const body = entryOf(map, 'properties');
    if (!properties || !body) return;
    if (!entryOf(map, 'location')) {
      yield { span: body.key.span, message: 'The connector has no location. Write one beside properties, such as "location": "eastus": it cannot be changed later.' };
    }
    // A template may make any field with \`copy\`.
    if (connector.inTemplate && entryOf(properties, 'copy')) return;
    if (!entryOf(properties, 'hierarchyIdentifier')) {
      yield { span: body.key.span, message: 'The connector names no account. Write the twelve digits of the AWS account as hierarchyIdentifier.' };
    }
    if (!entryOf(properties, 'environmentName') && !entryOf(properties, 'cloudName')) {
      const fixes = [{ title: 'Add environmentName AWS', edits: [appendEntry(document, properties, 'environmentName', '"AWS"')] }];
      yield { span: body.key.span, message: 'The connector does not say its environment. Write "environmentName": "AWS".', fixes };
    }
    yield* environment(connector, body);
    yield* offerings(connector, body);
  },
});

/** Api-versions of 2021 and early 2022 had no environment data. */
function* environment({ document, properties, apiVersion }: ArmConnectorView, body: LocatedEntry): Iterable<RuleFinding> {
  const entry = entryOf(properties, 'environmentData');
  if (!entry) {
    if (apiVersion.value !== undefined && apiVersion.value < '2022-08-01') return;
    yield { span: body.key.span, message: 'The connector has no environmentData. Write "environmentData": { "environmentType": "AwsAccount" }.' };
  } else if (entry.value.kind === 'map' && !entryOf(entry.value, 'environmentType')) {
    const edits = [appendEntry(document, entry.value, 'environmentType', '"AwsAccount"')];
    yield {
      span: entry.key.span,
      message: 'environmentData does not say its type. Write "environmentType": "AwsAccount".',
      fixes: [{ title: 'Add environmentType AwsAccount', edits }],
    };
  }
}

function* offerings({ offerings: list, properties }: ArmConnectorView, body: LocatedEntry): Iterable<RuleFinding> {
  const entry = entryOf(properties, 'offerings');
  if (!entry) {
    yield { span: body.key.span, message: 'The connector has no offerings, so that no plan is on. Write "offerings" with at least CspmMonitorAws.' };
    return;
  }
  for (const { map } of list) {
    if (!valueAt(map, 'offeringType')) yield { span: { start: map.span.start, end: map.span.start + 1 }, message: 'This offering has no offeringType, so that nobody knows which plan it is. Write one.' };
  }
  const types = list.map(({ type }) => type);
  // Items that are expressions, or offerings whose type is one, may be it.
  if (entry.value.kind !== 'sequence' || entry.value.items.length > list.length || types.includes(undefined) || types.includes('CspmMonitorAws')) return;
  yield { span: entry.key.span, severity: 'warning', message: 'The offerings do not include CspmMonitorAws, which every connector has: foundational CSPM. Add it with the ARN of its role.' };
}
