import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { catalog } from '../../../../src/core/catalog/catalog';
import { requiredRoles } from '../../../../src/core/catalog/required-roles';
import { generateTemplate } from '../../../../src/core/generate/cloudformation';
import { accessTypes, type Connector } from '../../../../src/core/model/connector';
import { allPlans, connectorWith, planSets, tenant } from './connectors';
import { published } from './published';
import { resolveTemplate, type ResolvedRole, type Template } from './resolve-template';

const generate = (connector: Connector, format: 'json' | 'yaml' = 'json') =>
  generateTemplate(connector, { generatorVersion: '1.2.3', format });

const bodyOf = (connector: Connector) => JSON.parse(generate(connector).text) as Template & { Metadata: unknown };

const withoutSpace = (value: unknown): number => JSON.stringify(value).replace(/\s/g, '').length;

const defender = 'https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';

describe('a generated template', () => {
  for (const access of accessTypes)
    for (const { title, plans } of planSets) {
      const connector = connectorWith(plans, access);

      it(`gives ${title} what Microsoft published, ${access}`, () => {
        const { roles } = resolveTemplate(bodyOf(connector));
        const expected = requiredRoles(plans).filter(({ role }) => role.trust !== null).map(({ role }) => published(role, access));
        assert.deepEqual([...roles.keys()], expected.map(({ name }) => name));
        for (const role of expected) assert.deepEqual(roles.get(role.name), role);
      });

      it(`lists every audience that ${title} trusts, ${access}`, () => {
        const { roles, providers } = resolveTemplate(bodyOf(connector));
        for (const role of roles.values())
          for (const [issuer, audience] of audiencesOf(role)) {
            assert.ok(providers.get(`https://${issuer}`)?.includes(audience), `${role.name} ${audience}`);
          }
      });
    }

  it('is the same bytes for the same connector', () => {
    for (const format of ['json', 'yaml'] as const) {
      const copy = JSON.parse(JSON.stringify(connectorWith(allPlans))) as Connector;
      assert.equal(generate(connectorWith(allPlans), format).text, generate(copy, format).text);
    }
  });

  it('says the same in JSON and in YAML, for readers of YAML 1.1 and 1.2', () => {
    for (const plans of [{}, allPlans]) {
      const yaml = generate(connectorWith(plans), 'yaml').text;
      for (const version of ['1.1', '1.2'] as const) assert.deepEqual(parse(yaml, { version }), bodyOf(connectorWith(plans)));
    }
  });

  it('keeps within the limits of CloudFormation and IAM', () => {
    for (const access of accessTypes) {
      const { roles } = resolveTemplate(bodyOf(connectorWith(allPlans, access)));
      for (const { name, trust, awsPolicies, policies } of roles.values()) {
        assert.ok(name.length <= 64, name);
        assert.ok(withoutSpace({ Version: '2012-10-17', Statement: trust }) <= 2048, name);
        assert.ok(awsPolicies.length + policies.length <= 10, name);
        for (const policy of policies) {
          assert.ok(policy.name.length <= 128, policy.name);
          assert.ok(withoutSpace({ Version: '2012-10-17', Statement: policy.statements }) <= 6144, policy.name);
        }
      }
    }
  });

  it('counts its bytes, and is written without white space only where that saves the detour through S3', () => {
    const small = generate(connectorWith({}));
    assert.deepEqual([small.bytes, small.minified, small.limit], [Buffer.byteLength(small.text), false, 51200]);
    const large = generate(connectorWith(allPlans, 'leastPrivilege', { name: 'größer 🙂' }));
    assert.ok(large.minified && large.bytes <= 51200 && !large.text.includes('\n'));
    assert.equal(large.bytes, Buffer.byteLength(large.text));
    const huge = generate(connectorWith(allPlans, 'leastPrivilege', { name: 'x'.repeat(60000) }));
    assert.ok(!huge.minified && huge.bytes > huge.limit && huge.text.includes('\n'));
  });

  it('takes role names from the connector, and into the permissions that name them', () => {
    const { roles } = resolveTemplate(
      bodyOf(connectorWith(allPlans, 'default', { roles: { cspmMonitor: 'Watcher', containersKinesisToS3: 'Stream', ciemOidc: 'Ciem+In' } })),
    );
    assert.ok(roles.has('Watcher') && roles.has('Stream') && !roles.has('CspmMonitorAws'));
    const kubernetes = roles.get('MDCContainersK8sRole');
    assert.ok(JSON.stringify(kubernetes?.policies).includes('role/Stream"'));
    assert.ok(JSON.stringify(roles.get('DefenderForCloud-Ciem')?.trust).includes('role/Ciem+In"'));
  });

  it('lets whoever deploys name a role, and follows in the permissions that name it', () => {
    const { roles } = resolveTemplate(bodyOf(connectorWith(allPlans)), { MDCContainersK8sKinesisToS3RoleName: 'Stream' });
    assert.ok(roles.has('Stream'));
    assert.ok(JSON.stringify(roles.get('MDCContainersK8sRole')?.policies).includes('role/Stream"'));
  });

  it('can name a role that it does not have', () => {
    const { roles } = resolveTemplate(bodyOf(connectorWith({ containers: { sensor: true } })));
    assert.deepEqual([...roles.keys()], ['CspmMonitorAws', 'MDCContainersK8sRole']);
    assert.ok(JSON.stringify(roles.get('MDCContainersK8sRole')?.policies).includes('role/MDCContainersK8sKinesisToS3Role"'));
  });

  it('leaves a pattern out that the name asked for does not match', () => {
    const { Parameters } = bodyOf(connectorWith(allPlans, 'default', { roles: { ciemOidc: 'Ciem+In' } }));
    assert.equal('AllowedPattern' in (Parameters['CiemOidcRoleName'] ?? {}), false);
    assert.equal('AllowedPattern' in (Parameters['CiemDiscoveryRoleName'] ?? {}), true);
  });

  it('names parameters as the portal does where that is known', () => {
    const { Parameters } = bodyOf(connectorWith(allPlans));
    assert.deepEqual(Parameters['CspmMonitorAwsRoleName'], {
      Type: 'String',
      Description: 'Provide a role ARN name (Example: CspmMonitorAws) for CSPM offering',
      Default: 'CspmMonitorAws',
      AllowedPattern: '[-_a-zA-Z0-9]+',
      MaxLength: 64,
    });
    assert.ok('MDCContainersK8sRoleName' in Parameters && 'IsManagementAccountOnboarding' in Parameters);
    assert.ok(!('SecurityCenterKubernetesRoleName' in Parameters));
  });

  it('serves stack and StackSet of a management account', () => {
    const of = (type: 'single' | 'management') =>
      bodyOf(connectorWith(allPlans, 'default', { account: { id: '123456789012', type, excluded: [] } }));
    assert.equal(of('single').Parameters['IsManagementAccountOnboarding']?.Default, 'false');
    assert.equal(of('management').Parameters['IsManagementAccountOnboarding']?.Default, 'true');
    assert.deepEqual(of('single').Resources, of('management').Resources);
  });

  it('does not create a provider that exists, and keeps those it created', () => {
    const body = bodyOf(connectorWith(allPlans));
    const ciem = `https://sts.windows.net/${tenant}/`;
    assert.deepEqual([...resolveTemplate(body).providers.keys()], [defender, ciem]);
    const exists = resolveTemplate(body, { DefenderIdentityProviderExists: 'true' });
    assert.deepEqual([...exists.providers.keys()], [ciem]);
    assert.deepEqual(exists.roles, resolveTemplate(body).roles);
    const provider = body.Resources['ASCDefendersOIDCIdentityProvider'];
    assert.equal(provider && 'DeletionPolicy' in provider && provider.DeletionPolicy, 'RetainExceptOnCreate');
  });

  it("has the provider of the customer's tenant only with permissions management", () => {
    const without = { ...allPlans, defenderCspm: { ...allPlans.defenderCspm, ciem: false } };
    assert.deepEqual([...resolveTemplate(bodyOf(connectorWith(without))).providers.keys()], [defender]);
  });

  it('never changes the list of audiences with the plans, so that no update takes one away', () => {
    const lists = planSets.map(({ plans }) => resolveTemplate(bodyOf(connectorWith(plans))).providers.get(defender));
    for (const list of lists) assert.deepEqual(list, lists[0]);
    const d1 = catalog.corrections.find(({ id }) => id === 'D1');
    assert.deepEqual(lists[0], d1?.ours);
  });

  it('writes tenant ids in lower case, as tokens do', () => {
    const azure = { ...connectorWith({}).azure, tenant: tenant.replace('1111', 'ABCD') };
    const text = generate(connectorWith(allPlans, 'default', { azure })).text;
    assert.ok(text.includes('MicrosoftDefenderForClouds_abcd1111') && !text.includes('ABCD'));
  });

  it('says what it was made from', () => {
    assert.deepEqual(bodyOf(connectorWith({ servers: { tier: 'P2' } })).Metadata, {
      DefenderConnectors: {
        GeneratorVersion: '1.2.3',
        CatalogChecked: catalog.checked,
        Connector: 'contoso-production',
        Tenant: tenant,
        Access: 'default',
        Features: ['foundational.posture', 'servers.justInTime'],
        NotKnown: [],
      },
    });
  });

  it('gives the ARN of every role as an output', () => {
    const { roles, outputs } = resolveTemplate(bodyOf(connectorWith(allPlans)));
    const arns = Object.values(outputs).filter((value) => String(value).endsWith('.Arn'));
    assert.deepEqual(arns, [...roles.keys()].map((name) => `${name}.Arn`));
  });

  it('says what it does not know instead of inventing it', () => {
    const { unknown, text } = generate(connectorWith(allPlans));
    assert.deepEqual(unknown.map(({ feature, partial }) => [feature, partial]), [
      ['defenderCspm.cloudTrailIngestion', false],
      ['defenderCspm.serverlessProtection', false],
      ['servers.arcAutoProvisioning', true],
      ['databases.sqlServersArc', true],
      ['databases.openSource', false],
    ]);
    assert.ok(!text.includes('DataThreatProtection'));
    for (const { reason, action, label } of unknown) assert.ok(reason.endsWith('.') && action.includes("portal's template") && label);
  });

  it('repeats no defect of the official sources', () => {
    for (const access of accessTypes) {
      const { text } = generate(connectorWith(allPlans, access));
      for (const defect of ['AttacheRolePolicy', 'RoleName}}', 'python3.6']) assert.ok(!text.includes(defect), defect);
      // The one user in Microsoft's own account is of the commercial partition, wherever the stack is.
      assert.deepEqual(text.match(/arn:aws:[^"]*/g), ['arn:aws:iam::197857026523:user/azuredefender-eks']);
    }
  });
});

/** Issuer and audience of every web identity that a role trusts. */
const audiencesOf = ({ trust }: ResolvedRole): readonly (readonly [string, string])[] =>
  [...JSON.stringify(trust).matchAll(/"(sts\.windows\.net[^":]*):aud":"([^"]+)"/g)].map(([, issuer = '', audience = '']) => [issuer, audience]);
