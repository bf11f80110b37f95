import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInChecks } from '../../src/core/lint/built-in-checks';
import { rules } from '../../src/core/lint/rules';
import { isJsonObject, own, type Json } from '../../src/core/model/json';

const folder = join('..', 'shared', 'domain');

/** The rule that finds each mistake that is known to happen, or why none of the three kinds of file can have it. */
const rulesOf: Readonly<Record<string, readonly string[] | string>> = {
  'lint-trust-missing-audience': ['template/role-audience'],
  'lint-trust-missing-session-name': ['template/session-name'],
  'lint-trust-session-name-other-tenant': ['template/session-name'],
  'lint-trust-session-name-wildcard': ['template/session-name'],
  'lint-oidc-url': ['template/provider-url'],
  'lint-oidc-audience-missing-for-plan': ['template/provider-client-ids'],
  'lint-runtime-blocked': ['template/lambda-runtime'],
  'lint-runtime-deprecated': ['template/lambda-runtime'],
  'lint-ssm-python-runtime': ['template/script-runtime'],
  'lint-iam-action-typo': ['template/action-name'],
  'lint-tf-stray-brace': ['template/policy-arn'],
  'lint-tf-deny-policy-index': ['template/conditional-reference', 'template/billing-deny'],
  'lint-tf-arc-trust': ['template/role-audience'],
  'lint-api-version-old': ['arm/api-version'],
  'lint-schema-validation-off': 'a switch of a Terraform provider',
  'lint-classic-connector': ['arm/classic-connector'],
  'lint-scan-interval': ['connector/scan-interval', 'arm/scan-interval'],
  'lint-container-role-prefix': ['connector/role-names', 'template/role-name'],
  'lint-role-name-length': ['connector/role-names', 'template/role-name'],
  'lint-template-size': ['template/template-size'],
  'lint-stackset-many-regions': ['template/stack-set-regions'],
  'lint-stackset-nested-or-macro': ['template/stack-set-contents'],
  'lint-stackset-auto-deployment': ['template/stack-set-auto-deployment'],
  'lint-delegated-admin': ['template/stack-set-administrator'],
  'lint-excluded-accounts': ['connector/excluded-accounts', 'arm/organizational-data'],
  'lint-china-gov-partition': ['template/policy-arn', 'arm/role-arn'],
  'lint-azure-national-cloud': ['connector/national-cloud', 'arm/national-cloud'],
  'lint-plan-region': ['connector/regions', 'arm/regions'],
  'lint-arc-autoprovisioning': ['connector/arc-effects'],
  'lint-oss-db-side-effects': ['connector/database-effects'],
  'lint-ciem-needs-cloudtrail': ['connector/ciem-identities'],
  'lint-cloudtrail-shared-queue': ['template/shared-queue'],
  'lint-sns-raw-delivery': ['template/raw-delivery'],
  'lint-sqs-policy-missing-sns': ['template/queue-policy'],
  'lint-agentless-tag-scope': ['template/permission-scope'],
  'lint-cspm-billing-deny': ['template/billing-deny'],
  'lint-eks-role-actions': ['template/role-permissions'],
  'lint-sensor-old-endpoints': ['template/sensor-endpoint'],
  'lint-cloudtrail-query-arn-space': ['template/arn-space'],
  'lint-template-bucket-ssl': ['template/bucket-policy'],
  'lint-plans-changed-since-deployment': ['template/made-for-connector'],
  'lint-pricings-parallel': ['arm/plan-order'],
  D1: ['template/role-audience'],
  D2: ['template/role-audience'],
  D3: ['template/conditional-reference', 'template/billing-deny'],
  D4: ['template/policy-arn'],
  D5: ['template/action-name'],
  D6: ['template/role-permissions', 'template/role-excess'],
  D7: ['template/resource-service'],
  D8: ['template/role-name', 'arm/role-name'],
  D9: ['template/duplicate-action'],
  D10: ['template/script-runtime'],
  D11: ['template/policy-arn'],
  D12: 'a name that says something else than its statements do; nothing fails by it, and a file cannot tell',
};

describe('mistakes that are known to happen', function () {
  before(function () {
    if (!existsSync(folder)) this.skip(); // The list lies beside the checkout, where it does.
  });

  const known = new Set([...rules.map(({ id }) => id), ...builtInChecks.map(({ id }) => id)]);

  it('have each a rule, or a reason why no file of ours can have them', () => {
    const ids = [...idsOf('diagnostics.json', (entry) => own(entry, 'where') === 'lint'), ...idsOf('aws-catalog.json', () => true, 'knownDefectsInRealTemplates')];
    assert.ok(ids.length >= 54, String(ids.length));
    assert.deepEqual(ids.filter((id) => !(id in rulesOf)), []);
  });

  it('name rules that are there', () => {
    const named = Object.values(rulesOf).flatMap((one) => (typeof one === 'string' ? [] : one));
    assert.deepEqual(named.filter((id) => !known.has(id)), []);
  });
});

function idsOf(file: string, isWanted: (entry: { readonly [key: string]: Json }) => boolean, key?: string): readonly string[] {
  const read = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json;
  const list = key !== undefined && isJsonObject(read) ? own(read, key) : read;
  assert.ok(Array.isArray(list));
  return list.filter(isJsonObject).filter(isWanted).map((entry) => String(own(entry, 'id')));
}
