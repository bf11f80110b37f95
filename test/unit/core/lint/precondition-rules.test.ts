import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDocument } from '../../../../src/core/document/read-document';
import { lint } from '../../../../src/core/lint/lint';
import type { RelatedFiles } from '../../../../src/core/lint/related-files';
import { liesWithin } from '../../../../src/core/lint/view/lies-within';
import { baseText } from '../../../corpus/apply-defect';

const ours = /^template\/(?:cluster|database|trail)-/;
const found = (text: string, related: RelatedFiles = {}): readonly string[] =>
  lint(text, 'x.yaml', related).flatMap(({ rule }) => (ours.test(rule) ? [rule] : []));
const bad = (rule: string): string => readFileSync(`test/rules/template/${rule}/bad.yaml`, 'utf8');
const changed = (text: string, from: string | RegExp, to: string): string => {
  const after = text.replace(from, to);
  assert.notEqual(after, text);
  return after;
};

describe('rules about what a plan protects', () => {
  it('are silent where the connector turns the plan off, and speak where it turns it on', () => {
    const connector = (plans: string): RelatedFiles => {
      const text = changed(readFileSync('test/rules/template/role-connector-agreement/related.connector.yaml', 'utf8'), /^plans:\n(?: .*\n)+/m, `plans:\n  containers:\n    ${plans}\n`);
      return { connector: { fileName: 'x.connector.yaml', document: readDocument(text, 'yaml') } };
    };
    assert.deepEqual(found(bad('cluster-access'), connector('registryAccess: true')), []);
    assert.deepEqual(found(bad('cluster-access'), connector('kubernetesApiAccess: true')), ['template/cluster-access']);
  });

  it('are silent where the metadata of the template does not name the plan', () => {
    const text = changed(bad('cluster-access'), 'Resources:', 'Metadata: { DefenderConnectors: { Features: [containers.registryAccess] } }\nResources:');
    assert.deepEqual(found(text), []);
  });

  it('are silent where only roles of other plans stand in the template', () => {
    assert.deepEqual(found(changed(bad('cluster-access'), /MDCContainersAgentlessDiscoveryK8sRole/g, 'MDCContainersImageAssessmentRole')), []);
    assert.deepEqual(found(changed(bad('cluster-excluded'), /Metadata:\n.*\n.*\n/, '')), []);
  });

  it('are silent about what only a stack decides', () => {
    assert.deepEqual(found(changed(bad('cluster-access'), 'CONFIG_MAP', '!Ref AWS::NoValue')), []);
    assert.deepEqual(found(changed(bad('cluster-endpoint'), '- 203.0.113.0/24', '- !Ref AWS::NoValue')), []);
    assert.deepEqual(found(changed(bad('cluster-logs'), 'Type: api', 'Type: !Ref AWS::Region')), []);
    assert.deepEqual(found(changed(bad('database-backup'), /Period: 0/, 'Period: !Ref AWS::NoValue')), []);
  });

  it('are silent about a cluster that chooses nothing of it', () => {
    assert.deepEqual(found(changed(baseText('workloads.yaml'), /\n {6}AccessConfig:[^]*?(?=\n {2}ShopData)/, '')), []);
  });

  it('take a wider range for one that lets Defender for Cloud in', () => {
    assert.deepEqual(found(changed(bad('cluster-endpoint'), '203.0.113.0/24', '0.0.0.0/0')), []);
    assert.equal(lint(changed(bad('cluster-endpoint'), '203.0.113.0/24', '48.208.0.0/12'), 'x.yaml')[0]?.message, 'Cluster ShopCluster does not let Defender for Cloud in from 172.212.245.192/28. Add it to PublicAccessCidrs.');
    assert.equal(liesWithin('48.209.1.192/28', '48.209.1.192/29'), false);
    assert.equal(liesWithin('48.209.1.192/28', '::/0'), false);
  });

  it('leave replicas and members of clusters alone, whose backups are elsewhere', () => {
    for (const name of ['SourceDBInstanceIdentifier', 'DBClusterIdentifier']) {
      assert.deepEqual(found(changed(bad('database-backup'), 'BackupRetentionPeriod', `${name}: other\n      BackupRetentionPeriod`)), []);
    }
  });

  it('leave trails into other buckets alone, and those with another selector for management events', () => {
    assert.deepEqual(found(changed(bad('trail-events'), '!Ref TrailLogs', 'contoso-logs')), []);
    assert.deepEqual(found(changed(bad('trail-events'), '- IncludeManagementEvents: false', '- ReadWriteType: All\n        - IncludeManagementEvents: false')), []);
  });

  it('follow an edit elsewhere that turns the plan off', () => {
    const text = bad('cluster-logs');
    assert.deepEqual(found(text), ['template/cluster-logs']);
    assert.deepEqual(found(changed(text, 'MDCContainersK8sDataCollectionRole', 'MDCContainersImageAssessmentRole')), []);
  });
});
