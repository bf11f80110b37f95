import { armRule } from '../../rule';

export const classicConnector = armRule({
  id: 'arm/classic-connector',
  severity: 'error',
  summary: 'The resource type is Microsoft.Security/securityConnectors, not that of the classic connectors.',
  why: `Classic connectors, \`Microsoft.Security/connectors\`, read AWS Security Hub. They are retired: no data comes
through them any more. Their bodies have other fields, so the resource has to be written anew.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/release-notes-archive#retirement-of-classic-connectors-for-multicloud',
  checked: '2026-11-22',

  *check({ classic }) {
    for (const { span } of classic) {
      yield { span, message: 'Microsoft.Security/connectors is the classic connector, which is retired and brings no data. Write a Microsoft.Security/securityConnectors resource instead.' };
    }
  },
});
