import assert from 'node:assert/strict';
import { readHealthReport } from '../../../../src/core/azure/read-health-report';

const id = '/subscriptions/a1efb6ca-fbc5-4782-9aaa-5c7daded1ce2/resourcegroups/rg/providers/Microsoft.Security/securityconnectors/c';
const report = (properties: object) => ({ id: `${id}/providers/Microsoft.Security/healthReports/909c629a-bf39-4521-8e4f-10b443a0bc02`, properties });

describe('reading a health report', () => {
  it('takes the day of the last scan under both of its names, to the millisecond', () => {
    for (const key of ['lastScannedDate', 'lastTimeScannedDate']) {
      const read = readHealthReport(report({ status: { code: 'NotHealthy', [key]: '2023-04-25T09:02:20.1349133Z' } }));
      assert.equal(read?.scannedAt, '2023-04-25T09:02:20.134Z', key);
      assert.equal(read?.status, 'notHealthy');
    }
  });

  it('keeps a status it has not heard of apart, and says null for what is empty or no date', () => {
    const read = readHealthReport(report({ status: { code: 'Unwell', lastScannedDate: 'yesterday' }, issues: [{ issueKey: 'k', remediationScript: '' }] }));
    assert.equal(read?.status, 'unknown');
    assert.equal(read?.scannedAt, null);
    assert.equal(read?.issues[0]?.remediationScript, null);
    assert.equal(read?.name, '909c629a-bf39-4521-8e4f-10b443a0bc02');
  });

  it('leaves out issues without a key and values that are no texts', () => {
    const read = readHealthReport(report({ issues: [{ issueName: 'n' }, 'x', { issueKey: 'k', securityValues: ['a', 1], issueAdditionalData: { a: 'b', c: 2 } }] }));
    assert.deepEqual(read?.issues.map(({ key, securityValues, additional }) => [key, securityValues, additional]), [['k', ['a'], { a: 'b' }]]);
  });

  it('is undefined for what is no report', () => {
    for (const value of [null, 'x', [], {}, { id }, { id: 1, properties: {} }]) assert.equal(readHealthReport(value), undefined);
  });
});
