import assert from 'node:assert/strict';
import { readHealthReport } from '../../../../src/core/azure/read-health-report';
import { azureStatement } from '../../../../src/core/health/azure-statement';
import type { HealthReport } from '../../../../src/core/model/health-report';

const connector = '/subscriptions/66666666-7777-4888-9999-000000000000/resourceGroups/rg/providers/Microsoft.Security/securityConnectors/contoso';

const report = (code: string, more: { readonly scope?: string; readonly id?: string; readonly issues?: readonly object[] } = {}): HealthReport => {
  const read = readHealthReport({
    id: `${more.id ?? connector}/providers/Microsoft.Security/healthReports/909c629a-bf39-4521-8e4f-10b443a0bc02`,
    name: '909c629a-bf39-4521-8e4f-10b443a0bc02',
    properties: {
      resourceDetails: { source: 'Aws', id: more.id ?? connector },
      environmentDetails: { nativeResourceId: 'arn:aws:iam::123456789012' },
      healthDataClassification: { component: 'Connectivity', scope: more.scope ?? 'Connectors' },
      status: { code, lastScannedDate: '2026-04-25T09:02:20.1349133Z', statusChangeDate: '2026-01-12T09:07:18.6759138Z' },
      affectedDefendersPlans: ['CloudPosture'],
      issues: (more.issues ?? []) as never,
    },
  });
  assert.ok(read);
  return read;
};

const stackSet = {
  issueKey: '414af15d-207e-4c63-b8eb-624d1b652e45',
  issueName: 'StackSet name invalid',
  securityValues: ['Connectivity to AWS member accounts'],
  issueDescription: 'A problem was identified.',
  remediationSteps: '1. Compare the names.\n2. Run it again.\n',
  remediationScript: '',
  issueAdditionalData: { StacksetName: 'ProdStackSet' },
};

describe('what Defender for Cloud says of a connector', () => {
  it('is unhealthy where its own report is, with all that the report says', () => {
    const said = azureStatement([report('NotHealthy', { issues: [stackSet] })], connector.toUpperCase());
    assert.deepEqual([said.state, said.reason, said.at], ['unhealthy', 'StackSet name invalid.', '2026-04-25T09:02:20.134Z']);
    assert.deepEqual(said.issues, [{
      key: stackSet.issueKey, source: 'azure', severity: 'error', name: 'StackSet name invalid',
      description: 'A problem was identified. What does not work because of it: Connectivity to AWS member accounts.',
      plans: ['CloudPosture'],
      remediation: { steps: ['Compare the names.', 'Run it again.'], script: null },
      evidence: [
        { label: 'Resource', value: 'arn:aws:iam::123456789012' },
        { label: 'StacksetName', value: 'ProdStackSet' },
        { label: 'Since', value: '2026-01-12T09:07:18.675Z' },
      ],
      reference: null,
      action: 'openConnector',
    }]);
  });

  it('says what to do, and by which page, where Azure does not', () => {
    const [issue] = azureStatement([report('NotHealthy', { issues: [{ ...stackSet, remediationSteps: '' }] })], connector).issues;
    assert.match(issue?.remediation.steps.join(' ') ?? '', /StackSet/);
    assert.match(issue?.reference ?? '', /^https:\/\//);
    const [unheard] = azureStatement([report('NotHealthy', { issues: [{ issueKey: 'x', issueName: 'Novelty' }] })], connector).issues;
    assert.deepEqual([unheard?.remediation.steps, unheard?.reference, unheard?.action], [[], null, undefined]);
  });

  it('is degraded where only a resource is not healthy', () => {
    const said = azureStatement([report('Healthy'), report('NotHealthy', { scope: 'Clusters', id: '/subscriptions/x/clusters/y' })], connector);
    assert.deepEqual([said.state, said.reason], ['degraded', 'Defender for Cloud reports that one resource of the connector is not healthy.']);
  });

  it('is healthy by its own report, and unknown without one', () => {
    assert.equal(azureStatement([report('Healthy')], connector).state, 'healthy');
    assert.equal(azureStatement([report('NotApplicable')], connector).state, 'unknown');
    assert.equal(azureStatement([report('Splendid')], connector).state, 'unknown', 'a word that we do not know');
    assert.deepEqual(azureStatement([], connector), {
      source: 'azure', state: 'unknown', reason: 'Defender for Cloud has no health report on this connector yet.', at: null, issues: [], gaps: [],
    });
  });
});
