import { connectorRule } from '../../rule';
import { isOn } from '../../view/connector-view';

export const ciemIdentities = connectorRule({
  id: 'connector/ciem-identities',
  severity: 'hint',
  summary: 'Permissions management that is to rate SAML and SSO identities has CloudTrail ingestion beside it.',
  why: `Permissions management (CIEM) rates users and roles from what they may do. What SAML and SSO identities did it learns
from CloudTrail only: without ingestion they are left out. Ingestion is a preview whose role comes from the portal's
template. Nothing is wrong without it, so it is told as a hint.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/release-notes',
  checked: '2026-11-22',

  *check({ setting }) {
    const ciem = setting('defenderCspm', 'ciem');
    const ingestion = setting('defenderCspm', 'cloudTrailIngestion');
    // Who writes "off" has decided.
    if (!ciem || !isOn(ciem) || ingestion) return;
    yield {
      span: ciem.key.span,
      message: 'Without CloudTrail ingestion permissions management does not rate SAML and SSO identities. Set cloudTrailIngestion to true, or to false to say that this is meant.',
    };
  },
});
