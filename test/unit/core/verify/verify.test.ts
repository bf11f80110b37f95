import assert from 'node:assert/strict';
import { verificationStatement } from '../../../../src/core/health/verification-statement';
import type { Connector } from '../../../../src/core/model/connector';
import { err, ok } from '../../../../src/core/model/result';
import type { PolicyDecision } from '../../../../src/core/model/policy-decision';
import { catalog } from '../../../../src/core/catalog/catalog';
import { neededPermissions } from '../../../../src/core/lint/view/needed-permissions';
import { roleById } from '../../../../src/core/catalog/role-by-id';
import { readDocument } from '../../../../src/core/document/read-document';
import { verificationMarkdown } from '../../../../src/core/report/verification/markdown';
import { verificationSarif } from '../../../../src/core/report/verification/sarif';
import { verificationText } from '../../../../src/core/report/verification/text';
import type { Facts } from '../../../../src/core/verify/facts';
import { filledScript } from '../../../../src/core/verify/filled-script';
import { keyActions } from '../../../../src/core/verify/key-actions';
import { isSupported, regionsToLookAt } from '../../../../src/core/verify/regions-to-look-at';
import { verify } from '../../../../src/core/verify/verify';
import { validLog } from '../report/sarif-schema';

const connector: Connector = {
  name: 'contoso',
  account: { id: '123456789012', type: 'single', excluded: [] },
  regions: ['us-east-1'],
  scanIntervalHours: 12,
  azure: { tenant: '11111111-2222-4333-8444-555555555555', subscription: '66666666-7777-4888-9999-000000000000', resourceGroup: 'rg', location: 'eastus' },
  access: 'default',
  plans: {},
  roles: {},
  deployment: { method: 'cloudFormation', stack: 'defender', region: 'us-east-1' },
};

const gap = (what: string, permission: string | null = null) => err({ what, why: 'It may not be read.', permission });

const facts: Facts = {
  at: '2026-11-28T12:00:00.000Z',
  partition: 'aws',
  providers: { defender: gap('Identity provider', 'iam:ListOpenIDConnectProviders'), ciem: undefined },
  roles: [],
  stack: ok({ name: 'defender', status: 'CREATE_COMPLETE', reason: null, changedAt: null }),
  stackSet: undefined,
  organizationAccess: undefined,
  trails: undefined,
  trailBuckets: [],
  buckets: undefined,
  regions: [],
};

const report = (changes: Partial<Facts>, declared: Partial<Connector> = {}) => {
  const changed = { ...connector, ...declared };
  return verify({ connector: changed, related: { connector: { fileName: 'a.connector.json', document: readDocument(JSON.stringify(changed), 'json') } }, facts: { ...facts, ...changes }, profile: 'p' });
};

describe('facts of an account', () => {
  it('are unknown where what decides could not be read', () => {
    const { state, gaps, reason } = report({});
    assert.equal(state, 'unknown');
    assert.equal(gaps.length, 1);
    assert.match(reason, /One thing could not be looked at/);
  });

  it('are told by the stack', () => {
    const of = (status: string) => report({ stack: ok({ name: 'defender', status, reason: null, changedAt: null }) });
    assert.equal(of('UPDATE_ROLLBACK_FAILED').state, 'unhealthy');
    assert.equal(of('UPDATE_ROLLBACK_COMPLETE').state, 'degraded');
    assert.equal(of('UPDATE_IN_PROGRESS').state, 'unknown');
    assert.equal(report({ stack: ok(null) }).state, 'degraded');
    assert.equal(report({ stack: ok(null) }, { deployment: { ...connector.deployment, method: 'terraform' } }).state, 'unknown');
    assert.equal(report({ partition: 'aws-cn' }).state, 'unhealthy');
  });

  it('tell who takes permissions away, and leave to the policies what they do not give', () => {
    const decision = (action: string, changes: Partial<PolicyDecision>): PolicyDecision => ({
      ...{ action, resource: '*', decision: 'implicitDeny', policies: [], missingContext: [], allowedByOrganization: null, allowedByBoundary: null },
      ...changes,
    });
    const decisions = ok([
      decision('ec2:DescribeInstances', { allowedByOrganization: false }),
      decision('s3:ListBucket', { allowedByBoundary: false }),
      decision('rds:DescribeDBInstances', { decision: 'explicitDeny', policies: ['Guard'] }),
      decision('kms:Decrypt', { decision: 'explicitDeny', missingContext: ['aws:SourceIp'] }),
      decision('iam:GetRole', {}),
      decision('sts:GetCallerIdentity', { decision: 'allowed' }),
    ]);
    const role = { roleId: 'cspmMonitor', name: 'CspmMonitorAws', role: gap('Role'), policies: undefined, decisions };
    assert.deepEqual(
      report({ roles: [role] }).issues.map(({ description }) => description),
      [
        'A policy of the organization keeps role CspmMonitorAws from ec2:DescribeInstances.',
        'Its permissions boundary keeps role CspmMonitorAws from s3:ListBucket.',
        'A Deny in Guard keeps role CspmMonitorAws from rds:DescribeDBInstances.',
      ],
    );
  });

  it('tell whom a role trusts that no token opens, without external ids', () => {
    const ciem = { plans: { defenderCspm: { ciem: true } }, roles: { ciemOidc: 'MyOidc' } };
    const role = (principal: string) => ({
      ...{ roleId: 'ciemDiscovery', name: 'DefenderForCloud-Ciem', policies: undefined, decisions: undefined },
      role: ok({
        ...{ name: 'DefenderForCloud-Ciem', arn: 'arn:aws:iam::123456789012:role/DefenderForCloud-Ciem', path: '/', maxSessionSeconds: 3600, description: null, permissionsBoundary: null, tags: {} },
        trust: { Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': 'between us' } } }] },
      }),
    });
    const trustOf = (arn: string) => report({ roles: [role(arn)] }, ciem).issues.find(({ key }) => key === 'aws-role-trust');
    assert.equal(trustOf('arn:aws:iam::123456789012:role/MyOidc'), undefined);
    const lost = trustOf('AROAEXAMPLEEXAMPLE000');
    assert.equal(lost?.description, 'Role DefenderForCloud-Ciem does not trust role MyOidc.');
    assert.doesNotMatch(JSON.stringify(lost), /between us/);
  });

  it('say nothing of sessions where a session asked', () => {
    const region = { clusters: undefined, instances: undefined, databases: undefined, optionGroups: undefined, databaseQuotas: undefined, streams: undefined };
    const { gaps, issues } = report({ regions: [{ region: 'us-east-1', sts: ok('answers'), ...region }, { region: 'eu-west-1', sts: ok('answers'), ...region }] });
    assert.equal(gaps.filter(({ what }) => what === 'Whether STS issues sessions in 2 regions').length, 1);
    assert.deepEqual(issues, []);
  });

  it('become a statement for the health model as they are', () => {
    const made = report({ partition: 'aws-cn' });
    const { source, state, issues, at } = verificationStatement(made);
    assert.deepEqual([source, state, issues, at], ['verification', 'unhealthy', made.issues, facts.at]);
  });
});

describe('a verification in other formats', () => {
  const hostile = report({ stack: ok({ name: 'defender', status: 'CREATE_FAILED', reason: '<b>x</b> | `y`\n[z](https://evil.example)\u001b[2J', changedAt: null }) });

  it('is valid SARIF, with gaps as notes', () => {
    const [run] = validLog(verificationSarif(hostile, 'a.connector.yaml', '1.0.0')).runs;
    assert.deepEqual(run?.results?.map(({ ruleId, level }) => [ruleId, level]), [['aws-stack', 'error']]);
    assert.equal(run?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, 'a.connector.yaml');
    assert.match(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text ?? '', /iam:ListOpenIDConnectProviders/);
  });

  it('shows foreign texts as texts in Markdown', () => {
    const text = verificationMarkdown(hostile);
    // In code, where nothing means anything.
    assert.match(text, /^\| Reason \| `` <b>x<\/b> \\\| `y` \[z\]\(https:\/\/evil\.example\) \[2J `` \|$/m);
    assert.ok(!text.includes('\u001b'));
    assert.match(text, /^# contoso: unhealthy\n/);
    assert.match(text, /```sh\naws cloudformation describe-stack-events --stack-name defender --region us-east-1\n```/);
  });

  it('says what is not checked, why, and how to check it by hand', () => {
    const command = 'aws organizations describe-account --account-id 123456789012';
    assert.match(verificationText(hostile), new RegExp(`Not checked, to be looked at by hand:\\n {2}The AWS account is older than 12 hours\\. Not checked, because: .*\\n {4}By hand: .*\\n {4}\\$ ${command}\\n {4}See https:`));
    assert.match(verificationMarkdown(hostile), new RegExp(`^## Not checked\\n[^#]*\\| The AWS account is older than 12 hours \\|.*\`${command}\` \\| \\[Source\\]\\(https:`, 'm'));
    const [run] = validLog(verificationSarif(hostile, 'a.connector.yaml', '1.0.0')).runs;
    assert.ok(run?.invocations?.[0]?.toolExecutionNotifications?.some(({ message }) => message.text?.endsWith(command)));
    assert.ok(verificationStatement(hostile).gaps.some(({ what, why }) => what === 'The AWS account is older than 12 hours' && /^Not checked, because: .* By hand: /.test(why) && why.endsWith(command)));
  });

  it('keeps to one line what is one in a terminal', () => {
    const text = verificationText(hostile);
    assert.ok(!text.includes('\u001b'));
    assert.match(text, /error: Stack defender is CREATE_FAILED\. \(aws-stack\)\n {2}Expected: The stack is deployed\n/);
    assert.match(text, /Not looked at:\n {2}Identity provider: It may not be read\. \(iam:ListOpenIDConnectProviders\)/);
  });
});

describe('commands of a verification', () => {
  it('quote what comes from outside', () => {
    assert.equal(filledScript('aws x --name {name} --list {list}', { name: "a'; rm -rf /", list: ['b', 'c d'] }), "aws x --name 'a'\\''; rm -rf /' --list b 'c d'");
  });

  it('are left out where a value is missing', () => {
    assert.equal(filledScript('aws x --name {name}', { other: 'a' }), null);
  });

  it('put a value in as it is, whatever a replacement would mean', () => {
    assert.equal(filledScript('aws x {name}', { name: '$&' }), "aws x '$&'");
  });
});

describe('what is asked of AWS', () => {
  it('is one action of each service, without wildcards', () => {
    const role = roleById('cspmMonitor');
    assert.ok(role);
    const actions = keyActions(role, 'leastPrivilege');
    assert.ok(actions.length > 10);
    assert.ok(actions.every((action) => /^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action)), actions.join());
    assert.equal(new Set(actions.map((action) => action.split(':')[0])).size, actions.length);
  });

  it('is nothing that a role may do only under a condition, or on resources of its own', () => {
    let tied = 0;
    for (const role of catalog.roles) {
      const statements = neededPermissions(role, 'leastPrivilege')?.allowed ?? [];
      const free = new Set(statements.filter(({ condition, resources }) => condition === undefined && resources.includes('*')).flatMap(({ actions }) => actions));
      const bound = statements.flatMap(({ actions }) => actions).filter((action) => !free.has(action));
      tied += bound.length;
      assert.deepEqual(keyActions(role, 'leastPrivilege').filter((action) => bound.includes(action)), [], role.id);
    }
    assert.ok(tied > 0);
  });

  it('is in the regions of the connector, or in all that are supported', () => {
    assert.deepEqual(regionsToLookAt(connector), ['us-east-1']);
    const all = regionsToLookAt({ ...connector, regions: 'all' });
    assert.ok(all.includes('eu-west-1') && !all.includes('cn-north-1') && !all.includes('us-gov-west-1'));
    assert.equal(isSupported('us-east-1', ['databases.openSource']), true);
    assert.equal(isSupported('il-central-1', ['databases.openSource']), false);
    assert.equal(isSupported('nowhere-1', ['databases.openSource']), true);
  });
});
