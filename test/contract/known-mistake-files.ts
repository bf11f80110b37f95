import { existsSync, readFileSync } from 'node:fs';
import { readDocument } from '../../src/core/document/read-document';
import { lint } from '../../src/core/lint/lint';
import type { Finding } from '../../src/core/model/finding';
import { applyDefect } from '../corpus/apply-defect';
import { defects } from '../corpus/defects';

/** A file with a known mistake, and the rule that finds it there. */
export interface MistakeFile {
  readonly rule: string;
  readonly fileName: string;
  readonly text: string;
  /** What the finding's place says. */
  readonly at: string | RegExp;
  readonly related?: string;
}

export const findingsIn = ({ fileName, text, related }: MistakeFile): readonly Finding[] =>
  lint(text, fileName, related ? { connector: { fileName: related, document: readDocument(readFileSync(related, 'utf8'), 'yaml') } } : {});

/** One of the corpus: what is wrong, and where, is written there. */
function inCorpus(id: string): MistakeFile {
  const defect = defects.find((one) => one.id === id);
  if (!defect) throw new Error(`The corpus has no ${id}`);
  const { text, fileName, start, end } = applyDefect(defect);
  return { rule: defect.rule, fileName, text, at: text.slice(start, end) };
}

/** The bad example of a rule. */
function inFixture(rule: string, at: string | RegExp): MistakeFile {
  const format = existsSync(`test/rules/${rule}/bad.json`) ? 'json' : 'yaml';
  const related = `test/rules/${rule}/related.connector.yaml`;
  const fileName = rule.startsWith('connector/') ? `x.connector.${format}` : `x.${format}`;
  return { rule, fileName, text: readFileSync(`test/rules/${rule}/bad.${format}`, 'utf8'), at, ...(existsSync(related) && { related }) };
}

/** A file of the corpus with one text in the place of another. */
function changed(base: string, rule: string, at: string | RegExp, replace: string, by: string): MistakeFile {
  const text = readFileSync(`test/corpus/base/${base}`, 'utf8');
  if (!text.includes(replace)) throw new Error(`${base} does not have ${replace}`);
  return { rule, fileName: base, text: text.replace(replace, () => by), at };
}

const renamed = (from: string, to: string, file: MistakeFile): MistakeFile => ({ ...file, text: file.text.replaceAll(from, to) });

const role = 'federated-role.yaml';
const connector = 'contoso.connector.yaml';
const arm = 'connector.arm.json';

/** For each mistake that is known to happen files that have it, one for each kind of file that can; or why none of ours can. */
export const mistakeFiles: Readonly<Record<string, (() => readonly MistakeFile[]) | string>> = {
  'lint-trust-missing-audience': () => [inCorpus('audience-not-checked'), inCorpus('no-condition-at-all')],
  'lint-trust-missing-session-name': () => [inCorpus('session-name-not-checked')],
  'lint-trust-session-name-other-tenant': () => [inCorpus('session-name-other-tenant')],
  'lint-trust-session-name-wildcard': () => [inCorpus('session-name-wildcard')],
  'lint-oidc-url': () => [inCorpus('provider-url-without-slash'), inCorpus('principal-without-slash'), inCorpus('condition-key-without-slash')],
  'lint-oidc-audience-missing-for-plan': () => [inCorpus('provider-lacks-audience')],
  'lint-runtime-blocked': () => [inCorpus('runtime-blocked'), changed(role, 'template/lambda-runtime', 'python3.7', 'python3.13', 'python3.7')],
  'lint-runtime-deprecated': () => [inCorpus('runtime-deprecated')],
  'lint-ssm-python-runtime': () => [inFixture('template/script-runtime', /python3\.6/)],
  'lint-iam-action-typo': () => [changed(role, 'template/action-name', 'iam:AttacheRolePolicy', 'Action: ec2:DeleteSnapshot', 'Action: iam:AttacheRolePolicy')],
  'lint-tf-stray-brace': () => [inCorpus('stray-brace')],
  'lint-tf-deny-policy-index': () => [inFixture('template/conditional-reference', 'CspmMonitorDenyPolicy'), inCorpus('billing-not-denied')],
  'lint-tf-arc-trust': () => [inCorpus('audience-of-another-plan')],
  'lint-api-version-old': () => [inFixture('arm/api-version', /2022-08-01-preview/)],
  'lint-schema-validation-off': 'a switch of a Terraform provider',
  'lint-classic-connector': () => [inFixture('arm/classic-connector', /Microsoft\.Security\/connectors/)],
  'lint-scan-interval': () => [inCorpus('scan-interval'), inCorpus('arm-scan-interval')],
  'lint-container-role-prefix': () => [
    changed(connector, 'connector/role-names', 'acme-image-role', 'deployment:\n', 'roles: { containersImageAssessment: acme-image-role }\ndeployment:\n'),
    renamed('CspmMonitorAwsRoleName', 'MDCContainersAgentlessDiscoveryK8sRoleName', changed(role, 'template/role-name', '!Ref MDCContainersAgentlessDiscoveryK8sRoleName', 'Default: CspmMonitorAws', 'Default: acme-discovery')),
  ],
  'lint-role-name-length': () => [
    changed(connector, 'connector/schema', 'C'.repeat(65), 'deployment:\n', `roles: { cspmMonitor: ${'C'.repeat(65)} }\ndeployment:\n`),
    changed(role, 'template/role-name', '!Ref CspmMonitorAwsRoleName', 'Default: CspmMonitorAws', `Default: ${'C'.repeat(65)}`),
  ],
  'lint-template-size': () => [inFixture('template/template-size', /./)],
  'lint-stackset-many-regions': () => [inCorpus('stack-set-regions')],
  'lint-stackset-nested-or-macro': () => [inCorpus('stack-set-nested')],
  'lint-stackset-auto-deployment': () => [inCorpus('stack-set-without-new-accounts')],
  'lint-delegated-admin': () => [inCorpus('stack-set-delegated')],
  'lint-excluded-accounts': () => [
    inCorpus('excluded-account'),
    changed(arm, 'arm/organizational-data', /12345/, '"environmentType": "AwsAccount",', '"environmentType": "AwsAccount", "organizationalData": { "organizationMembershipType": "Organization", "stacksetName": "s", "excludedAccountIds": ["12345"] },'),
  ],
  'lint-china-gov-partition': () => [inCorpus('partition-of-another-cloud'), changed(arm, 'arm/role-arn', /aws-us-gov/, 'arn:aws:iam::123456789012:role/CspmMonitorAws', 'arn:aws-us-gov:iam::123456789012:role/CspmMonitorAws')],
  'lint-azure-national-cloud': () => [
    changed(connector, 'connector/national-cloud', 'usgovvirginia', 'location: eastus', 'location: usgovvirginia'),
    changed(arm, 'arm/national-cloud', '"chinaeast2"', '"location": "eastus"', '"location": "chinaeast2"'),
  ],
  'lint-plan-region': () => [
    changed(connector, 'connector/regions', 'ap-southeast-5', 'regions: [us-east-1, eu-west-1]', 'regions: [us-east-1, ap-southeast-5]'),
    changed(arm, 'arm/regions', '"ap-southeast-5"', '"eu-central-1"', '"ap-southeast-5"'),
  ],
  'lint-arc-autoprovisioning': () => [changed(connector, 'connector/arc-effects', /./, '    tier: P2\n', '    tier: P2\n    arcAutoProvisioning: true\n')],
  'lint-oss-db-side-effects': () => [changed(connector, 'connector/database-effects', /./, '  servers:\n', '  databases: { openSource: true }\n  servers:\n')],
  'lint-ciem-needs-cloudtrail': () => [changed(connector, 'connector/ciem-identities', /./, '    sensitiveDataDiscovery: true\n', '    sensitiveDataDiscovery: true\n    ciem: true\n')],
  'lint-cloudtrail-shared-queue': () => [inFixture('template/shared-queue', /DefenderQueue/)],
  'lint-sns-raw-delivery': () => [inCorpus('raw-delivery-off')],
  'lint-sqs-policy-missing-sns': () => [inCorpus('queue-without-topic')],
  'lint-agentless-tag-scope': () => [inCorpus('delete-without-condition')],
  'lint-cspm-billing-deny': () => [inCorpus('billing-not-denied')],
  'lint-eks-role-actions': () => [inFixture('template/role-permissions', /./)],
  'lint-sensor-old-endpoints': () => [inFixture('template/sensor-endpoint', /opinsights/)],
  'lint-cloudtrail-query-arn-space': () => [inFixture('template/arn-space', / /)],
  'lint-template-bucket-ssl': () => [inCorpus('bucket-without-tls')],
  'lint-plans-changed-since-deployment': () => [inFixture('template/made-for-connector', /./)],
  'lint-pricings-parallel': () => [inFixture('arm/plan-order', /./)],
  D1: () => [changed(role, 'template/role-audience', /api:\/\/1462b192/, `:aud: api://AzureSecurityCenter.MultiCloud.DefenderForServers.VmScanner`, ':aud: api://1462b192-27f7-4cb9-8523-0f4ecb54b47e')],
  D2: () => [
    changed(role, 'template/role-audience', /api:\/\/6610e979/, `RoleName: DefenderForCloud-AgentlessScanner
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Federated: !If [ShouldCreateOidc, !GetAtt ASCDefendersOIDCIdentityProvider.Arn, !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/"]
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringLike:
                sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/:aud: api://AzureSecurityCenter.MultiCloud.DefenderForServers.VmScanner
`, `RoleName: MDCContainersImageAssessmentRole
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Federated: !GetAtt ASCDefendersOIDCIdentityProvider.Arn
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringLike:
                sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/:aud: api://6610e979-c931-41ec-adc7-b9920c9d52f1
`),
  ],
  D3: () => [inFixture('template/conditional-reference', 'CspmMonitorDenyPolicy'), inCorpus('billing-not-denied')],
  D4: () => [inCorpus('stray-brace')],
  D5: () => [changed(role, 'template/action-name', 'iam:AttacheRolePolicy', 'Action: ec2:DeleteSnapshot', 'Action: iam:AttacheRolePolicy')],
  D6: () => [
    changed(role, 'template/role-permissions', 'AgentlessScannerRole', 'RoleName: DefenderForCloud-AgentlessScanner', 'RoleName: MDCContainersImageAssessmentRole'),
    changed(role, 'template/role-excess', /^(?:ec2|kms):/, 'RoleName: DefenderForCloud-AgentlessScanner', 'RoleName: MDCContainersImageAssessmentRole'),
  ],
  D7: () => [inFixture('template/resource-service', /role\//)],
  D8: () => [inCorpus('role-name-underscore'), inCorpus('arm-role-name')],
  D9: () => [inCorpus('action-twice')],
  D10: () => [inFixture('template/script-runtime', /python3\.6/)],
  D11: () => [
    changed(role, 'template/policy-arn', /arn:aws-cn/, '!Sub "arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess"', 'arn:aws-cn:iam::aws:policy/ReadOnlyAccess'),
  ],
  D12: 'a name that says something else than its statements do; nothing fails by it, and a file cannot tell',
};
