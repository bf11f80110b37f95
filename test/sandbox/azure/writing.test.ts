import assert from 'node:assert/strict';
import { applyConnector } from '../../../src/app/azure/apply-connector';
import { deleteConnector, planDeletion } from '../../../src/app/azure/delete-connector';
import { importConnector } from '../../../src/app/azure/import-connector';
import { planConnector } from '../../../src/app/azure/plan-connector';
import { toArmBody } from '../../../src/core/generate/arm-body';
import type { JsonObject } from '../../../src/core/model/json';
import { builtInRoles } from '../../../sandbox/azure/azure-world';
import type { FaultRule } from '../../../sandbox/start-sandbox';
import { problemOf, valueOf } from '../deploy/cloud';
import { connector, group, key, startAzureCloud, subscription, tenant, type AzureCloud } from './azure-cloud';

const write = 'SecurityConnectors_CreateOrUpdate';

describe('writing connectors to Azure', () => {
  let cloud: AzureCloud;
  beforeEach(async () => {
    cloud = await startAzureCloud();
  });
  afterEach(() => cloud.stop());

  const stored = () => cloud.sandbox.azure.readConnector(subscription, group, 'contoso');
  const strike = (rule: Partial<FaultRule> & Pick<FaultRule, 'do'>, operation = write) => cloud.sandbox.faults.add({ match: `arm\\.${operation}`, ...rule });
  const plan = async (changes: Partial<typeof connector> = {}) => valueOf(await planConnector(cloud.ports(), { ...connector, ...changes }));

  it('creates provider registration, group and connector, and then finds nothing to do', async () => {
    const other = '77777777-8888-4999-8aaa-000000000001';
    cloud.sandbox.azure.subscription({ id: other, name: 'New', tenant, registration: 'NotRegistered' });
    const there = { ...connector, azure: { ...connector.azure, subscription: other } };
    const made = valueOf(await planConnector(cloud.ports(), there));
    assert.deepEqual([made.action, made.registersProvider, made.createsGroup], ['create', true, true]);
    assert.equal(cloud.count(write) + cloud.count('ResourceGroups_CreateOrUpdate') + cloud.count('Providers_Register'), 0);
    const told: string[] = [];
    valueOf(await applyConnector(cloud.ports(), made, { report: (sentence) => void told.push(sentence) }));
    assert.deepEqual(told, ['Registering Microsoft.Security', 'Creating resource group rg-security', 'Creating connector contoso']);
    assert.equal(valueOf(await planConnector(cloud.ports(), there)).action, 'none');
    assert.equal(valueOf(await applyConnector(cloud.ports(), valueOf(await planConnector(cloud.ports(), there))))['name'], 'contoso');
    assert.equal(cloud.count(write), 1);
  });

  it('changes what the file changes and leaves what no file can say', async () => {
    const body = toArmBody(connector).body;
    const properties = body['properties'] as JsonObject;
    const offerings = [...(properties['offerings'] as readonly JsonObject[]), { offeringType: 'DefenderForTheFutureAws', novelty: { enabled: true, depth: [1, 2] } }];
    cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: 'contoso', body: { ...body, location: 'East US', tags: { owner: 'platform' }, properties: { ...properties, offerings, unheard: 'of' } } });
    const made = await plan({ plans: { servers: { tier: 'P2', defenderForEndpoint: true } }, scanIntervalHours: 24 });
    assert.deepEqual(made.changes.map(({ path, before, after }) => [path, before, after]).sort(), [
      ['environmentData.scanInterval', 12, 24],
      ['offerings.DefenderForServersAws.mdeAutoProvisioning', null, { enabled: true }],
    ]);
    valueOf(await applyConnector(cloud.ports(), made));
    const now = stored()?.body as JsonObject;
    assert.deepEqual(now['tags'], { owner: 'platform' });
    assert.equal((now['properties'] as JsonObject)['unheard'], 'of');
    assert.deepEqual(((now['properties'] as JsonObject)['offerings'] as JsonObject)['DefenderForTheFutureAws'], { novelty: { enabled: true, depth: [1, 2] } });
    const imported = valueOf(await importConnector(cloud.ports(), { key, tenant }));
    assert.deepEqual(imported.connector.plans, { servers: { tier: 'P2', defenderForEndpoint: true } });
    assert.equal(imported.connector.azure.tenant, tenant);
    assert.equal(valueOf(await planConnector(cloud.ports(), imported.connector)).action, 'none');
  });

  it('says no before anything is asked for: other account, other location, a location that takes none', async () => {
    cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: 'contoso', body: toArmBody(connector).body });
    const azure = (location: string, name = 'contoso') => planConnector(cloud.ports(), { ...connector, name, azure: { ...connector.azure, location } });
    assert.equal(problemOf(await planConnector(cloud.ports(), { ...connector, account: { ...connector.account, id: '210987654321' } })).code, 'wrongAccount');
    assert.match(problemOf(await azure('westeurope')).message, /in eastus, and the file says westeurope/);
    assert.match(problemOf(await azure('narnia', 'new')).message, /takes no connector in narnia. It does in centralus/);
    assert.equal(cloud.count(write), 0);
  });

  it('says which rights are missing, by which page, and which cannot be seen', async () => {
    const azure = cloud.sandbox.azure.world.subscriptions.get(subscription);
    assert.ok(azure);
    azure.grants = [builtInRoles.securityAdmin];
    const made = await plan({ plans: { defenderCspm: { ciem: true }, servers: { tier: 'P2', arcAutoProvisioning: true } }, azure: { ...connector.azure, resourceGroup: 'rg-new' } });
    assert.deepEqual(made.rights.map(({ title, state }) => [title, state]), [
      ['Write the connector', 'allowed'],
      ['Create the resource group', 'missing'],
      ['All features of Defender CSPM', 'missing'],
      ['Permissions management (CIEM)', 'unknown'],
      ['Azure Arc for servers', 'missing'],
    ]);
    assert.deepEqual(made.rights[2]?.says.map(({ role, url }) => [role, url.split('/').at(-1)]), [['Owner', 'tutorial-enable-cspm-plan'], ['Contributor', 'quickstart-onboard-aws']]);
    azure.grants = [builtInRoles.contributor];
    assert.equal((await plan({ plans: { defenderCspm: {} } })).rights[1]?.state, 'missing');
    azure.grants = [builtInRoles.owner];
    assert.ok((await plan({ plans: { defenderCspm: {} } })).rights.every(({ state }) => state === 'allowed'));
  });

  it('tells of another connector for the same account', async () => {
    cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: 'elsewhere', body: toArmBody(connector).body });
    assert.match((await plan()).notes.join(), /123456789012 already has connector elsewhere/);
  });

  describe('after an answer that was lost', () => {
    for (const fault of ['lostAnswer', 'truncate'] as const) {
      it(`${fault}: finds that it was done, and does not do it again`, async () => {
        strike({ do: fault, times: 1 });
        valueOf(await applyConnector(cloud.ports(), await plan()));
        assert.equal(cloud.count(write), 1);
        const before = stored()?.etag;
        strike({ do: fault, times: 1 });
        valueOf(await applyConnector(cloud.ports(), await plan({ scanIntervalHours: 4 })));
        assert.equal(cloud.count(write), 2);
        assert.notEqual(stored()?.etag, before);
      });
    }
    for (const fault of [{ do: 'reset' }, { do: 'drop' }, { do: 'hang' }, { do: 'error', status: 503 }, { do: 'error', status: 500 }, { do: 'html' }, { do: 'wrongJson' }] as const) {
      it(`${Object.values(fault).join(' ')}: finds that it was not done, and repeats once`, async () => {
        strike({ ...fault, times: 1 });
        valueOf(await applyConnector(cloud.ports({ timeoutMs: 200 }), await plan()));
        assert.equal(cloud.count(write), 2);
      });
      it(`${Object.values(fault).join(' ')}, for ever: ends in one problem after two attempts`, async () => {
        strike(fault);
        const problem = problemOf(await applyConnector(cloud.ports({ timeoutMs: 200 }), await plan()));
        assert.ok(problem.code === 'network' || problem.code === 'service', problem.code);
        assert.ok(problem.action);
        assert.equal(cloud.count(write), 2);
        assert.equal(stored(), undefined);
      });
    }

    it('does not write over what somebody else wrote meanwhile', async () => {
      cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: 'contoso', body: toArmBody(connector).body });
      const made = await plan({ scanIntervalHours: 4 });
      cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: 'contoso', body: toArmBody({ ...connector, plans: {} }).body });
      const stale = problemOf(await applyConnector(cloud.ports(), made));
      assert.equal(stale.code, 'conflict');
      assert.match(stale.message, /changed it since it was read/);
      strike({ do: 'reset', times: 1 });
      assert.match(problemOf(await applyConnector(cloud.ports(), made)).message, /neither what it was nor what was to be written/);
      assert.equal(cloud.count(write), 2);
    });

    it('says so when it cannot be told whether it was done', async () => {
      const made = await plan();
      strike({ do: 'lostAnswer' });
      strike({ do: 'reset' }, 'SecurityConnectors_Get');
      assert.match(problemOf(await applyConnector(cloud.ports(), made)).message, /Whether connector contoso was written is not known/);
      assert.equal(cloud.count(write), 1);
    });
  });

  describe('each refusal ends in one problem, and nothing is written twice', () => {
    const refusals: readonly [rule: Partial<FaultRule> & Pick<FaultRule, 'do'>, code: string, message: RegExp, writes: number][] = [
      [{ do: 'expired' }, 'credentials', /did not accept the sign-in/, 1],
      [{ do: 'claims' }, 'credentials', /wants more proof/, 2],
      [{ do: 'denied' }, 'accessDenied', /the role for it is missing/, 1],
      [{ do: 'error', status: 404, code: 'ResourceGroupNotFound', message: 'x' }, 'notFound', /no such resource group/, 1],
      [{ do: 'error', status: 409, code: 'Conflict', message: 'Busy.' }, 'conflict', /contradicts what is there. It says: Busy\./, 1],
      [{ do: 'error', status: 409, code: 'ScopeLocked', message: "The scope 'a' cannot perform write operation because following scope(s) are locked: '/subscriptions/b'." }, 'conflict', /lock on \/subscriptions\/b/, 1],
      [{ do: 'error', status: 403, code: 'RequestDisallowedByPolicy', message: 'x' }, 'accessDenied', /policy in Azure forbids/, 1],
      [{ do: 'error', status: 412, code: 'PreconditionFailed', message: 'x' }, 'conflict', /somebody has changed it/, 1],
      [{ do: 'error', status: 400, code: 'BadRequest', message: 'IAM role does not exist' }, 'invalidInput', /status 400\). It says: IAM role does not exist/, 1],
      [{ do: 'throttle', retryAfter: 600 }, 'throttled', /too many requests/, 1],
    ];
    for (const [rule, code, message, writes] of refusals) {
      it(`${Object.values(rule).slice(0, 3).join(' ')}`, async () => {
        strike(rule);
        const problem = problemOf(await applyConnector(cloud.ports(), await plan()));
        assert.equal(problem.code, code);
        assert.match(problem.message, message);
        assert.ok(problem.action);
        assert.equal(cloud.count(write), writes);
        assert.equal(stored(), undefined);
      });
    }

    it('waits as long as Azure asks to, when that is not long', async () => {
      strike({ do: 'throttle', retryAfter: 1, times: 1 });
      const start = Date.now();
      valueOf(await applyConnector(cloud.ports(), await plan()));
      assert.ok(Date.now() - start >= 950);
      assert.equal(cloud.count(write), 2);
    });

    it('proves more when the tenant wants it, once', async () => {
      cloud.sandbox.azure.world.tenants.splice(0, 1, { id: tenant, name: 'Contoso', domain: 'contoso.example', category: 'Home', wantsClaims: true });
      valueOf(await applyConnector(cloud.ports(), await plan()));
      assert.ok(stored());
    });
  });

  describe('deleting', () => {
    const organization = { ...connector, account: { ...connector.account, type: 'management' as const, stackSet: 's' } };
    const member = toArmBody({ ...connector, account: { ...connector.account, id: '210987654321' } }).body;
    beforeEach(() => {
      const properties = member['properties'] as JsonObject;
      const environmentData = { ...(properties['environmentData'] as JsonObject), organizationalData: { organizationMembershipType: 'Member', parentHierarchyId: '123456789012' } };
      cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: 'contoso', body: toArmBody(organization).body });
      cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: 'member', body: { ...member, properties: { ...properties, environmentData } } });
    });

    it('names the members that go too, and what stays', async () => {
      const made = valueOf(await planDeletion(cloud.ports(), key));
      assert.deepEqual(made.members.map(({ name }) => name), ['member']);
      assert.deepEqual(made.steps.map(({ kind }) => kind), ['now', 'now', 'later', 'shared', 'keep', 'keep']);
      assert.equal(cloud.count('SecurityConnectors_Delete'), 0);
      assert.equal(valueOf(await deleteConnector(cloud.ports(), made)), true);
      assert.equal(cloud.sandbox.azure.readConnector(subscription, group, 'member'), undefined);
      assert.equal(problemOf(await planDeletion(cloud.ports(), key)).code, 'notFound');
      assert.equal(valueOf(await deleteConnector(cloud.ports(), made)), false);
    });

    it('looks after a lost answer, and repeats only what was not done', async () => {
      const made = valueOf(await planDeletion(cloud.ports(), key));
      strike({ do: 'reset', times: 1 }, 'SecurityConnectors_Delete');
      strike({ do: 'lostAnswer', times: 1, skip: 0 }, 'SecurityConnectors_Delete');
      assert.equal(valueOf(await deleteConnector(cloud.ports(), made)), true);
      assert.equal(stored(), undefined);
      assert.equal(cloud.count('SecurityConnectors_Delete'), 2);
    });

    it('says which lock stops it', async () => {
      const locked = cloud.sandbox.azure.world.subscriptions.get(subscription)?.groups.get(group);
      assert.ok(locked);
      locked.locked = true;
      assert.match(problemOf(await deleteConnector(cloud.ports(), { key })).message, /resource lock on \/subscriptions\/.*rg-security/);
    });
  });
});
