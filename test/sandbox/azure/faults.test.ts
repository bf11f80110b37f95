import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toArmBody } from '../../../src/core/generate/arm-body';
import type { FaultRule } from '../../../sandbox/start-sandbox';
import { problemOf, valueOf } from '../deploy/cloud';
import { connector, group, key, startAzureCloud, subscription, type AzureCloud } from './azure-cloud';

describe('faults on the way to Azure', () => {
  let cloud: AzureCloud;
  beforeEach(async () => {
    cloud = await startAzureCloud();
    cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: 'contoso', body: toArmBody(connector).body });
  });
  afterEach(() => cloud.stop());
  const strike = (rule: Partial<FaultRule> & Pick<FaultRule, 'do'>) => cloud.sandbox.faults.add({ match: 'arm\\..*', ...rule });

  const calls = {
    tenants: () => cloud.ports().directory.tenants(),
    subscriptions: () => cloud.ports().directory.subscriptions(),
    locations: () => cloud.ports().directory.locations(subscription),
    groups: () => cloud.ports().groups.list(subscription),
    provider: () => cloud.ports().provider.read(subscription),
    permissions: () => cloud.ports().permissions.read({ subscription }),
    list: () => cloud.ports().connectors.list(subscription),
    search: () => cloud.ports().connectors.search({ subscriptions: [subscription] }),
    read: () => cloud.ports().connectors.read(key, '2024-08-01-preview'),
    health: () => cloud.ports().health.ofSubscription(subscription),
    connectorHealth: () => cloud.ports().health.ofConnector(key),
    healthSearch: () => cloud.ports().health.search([subscription]),
  };

  const endings: readonly [rule: Partial<FaultRule> & Pick<FaultRule, 'do'>, code: string, attempts: number][] = [
    [{ do: 'expired' }, 'credentials', 1],
    [{ do: 'invalidToken' }, 'credentials', 1],
    [{ do: 'claims' }, 'credentials', 2],
    [{ do: 'denied' }, 'accessDenied', 1],
    [{ do: 'error', status: 409, code: 'Conflict' }, 'conflict', 1],
    [{ do: 'error', status: 412 }, 'conflict', 1],
    [{ do: 'error', status: 400 }, 'invalidInput', 1],
    [{ do: 'throttle' }, 'throttled', 3],
    [{ do: 'throttle', retryAfter: 3_600 }, 'throttled', 1],
    [{ do: 'error', status: 500 }, 'service', 3],
    [{ do: 'error', status: 503, retryAfter: 3_600 }, 'service', 1],
    [{ do: 'reset' }, 'network', 3],
    [{ do: 'truncate' }, 'service', 3],
    [{ do: 'html' }, 'service', 1],
    [{ do: 'wrongJson' }, 'service', 1],
  ];
  for (const [rule, code, attempts] of endings) {
    it(`${Object.values(rule).join(' ')}: every call ends in one problem that says what to do`, async () => {
      strike(rule);
      for (const [name, call] of Object.entries(calls)) {
        const before = cloud.sandbox.requests().length;
        const problem = problemOf(await call());
        assert.equal(problem.code, code, `${name}: ${problem.message}`);
        assert.ok(problem.message.endsWith('.') && problem.action, name);
        assert.equal(cloud.sandbox.requests().length - before, attempts, name);
        for (const token of cloud.tokens) assert.ok(!JSON.stringify(problem).includes(token), name);
      }
    });
  }

  it('404: a list that is not there is a problem, a connector or a group that is not there is an answer', async () => {
    strike({ do: 'error', status: 404, code: 'SubscriptionNotFound', message: 'x' });
    const { read, ...lists } = calls;
    for (const [name, call] of Object.entries(lists)) assert.equal(problemOf(await call()).code, 'notFound', name);
    assert.equal(valueOf(await read()), null);
    assert.equal(valueOf(await cloud.ports().groups.exists({ subscription, name: group })), false);
  });

  it('a page of a proxy does not say that a group is there', async () => {
    assert.equal(valueOf(await cloud.ports().groups.exists({ subscription, name: group })), true);
    strike({ do: 'html' });
    assert.equal(problemOf(await cloud.ports().groups.exists({ subscription, name: 'rg-new' })).code, 'service');
  });

  describe('what writes', () => {
    const body = toArmBody({ ...connector, name: 'new' }).body;
    const writes = {
      register: () => cloud.ports().provider.register(subscription),
      group: () => cloud.ports().groups.create({ subscription, name: 'rg-new' }, 'eastus'),
      create: () => cloud.ports().connectors.write({ key: { ...key, name: 'new' }, apiVersion: '2024-08-01-preview', body, etag: null }),
      update: () => cloud.ports().connectors.write({ key, apiVersion: '2024-08-01-preview', body, etag: '"an-old-one"' }),
      delete: () => cloud.ports().connectors.delete(key),
    };
    /** A refusal that says that nothing was done may be followed by another attempt; anything else is sent once. */
    const sent: readonly (readonly [rule: Partial<FaultRule> & Pick<FaultRule, 'do'>, code: string, attempts: number])[] = [
      ...endings.filter(([{ do: fault }]) => fault !== 'wrongJson').map(([rule, code, attempts]) => [rule, code, rule.do === 'throttle' || rule.do === 'claims' ? attempts : 1] as const),
      [{ do: 'drop' }, 'network', 1],
      [{ do: 'hang' }, 'network', 1],
      [{ do: 'lostAnswer' }, 'network', 1],
    ];
    for (const [rule, code, attempts] of sent) {
      it(`${Object.values(rule).join(' ')}: every write is sent ${attempts === 1 ? 'once' : `${attempts} times at most`}, and ends in one problem`, async () => {
        strike(rule);
        for (const [name, write] of Object.entries(writes)) {
          if (name === 'delete' && rule.do === 'truncate') continue; // Its answer has no body that could be cut off.
          const before = cloud.sandbox.requests().length;
          const problem = problemOf(await write());
          assert.equal(problem.code, code, `${name}: ${problem.message}`);
          assert.ok(problem.message.endsWith('.') && problem.action, name);
          assert.equal(cloud.sandbox.requests().length - before, attempts, name);
          for (const token of cloud.tokens) assert.ok(!JSON.stringify(problem).includes(token), name);
        }
      });
    }
  });

  it('is got over by repeating what only reads', async () => {
    for (const fault of [{ do: 'reset' }, { do: 'truncate' }, { do: 'error', status: 502 }, { do: 'throttle' }, { do: 'slow', delayMs: 20 }] as const) {
      for (const call of Object.values(calls)) {
        strike({ ...fault, times: 1 });
        assert.ok((await call()).ok, fault.do);
        cloud.sandbox.faults.clear();
      }
    }
  });

  it('gives up on an answer that does not come, and at once when it is cancelled', async () => {
    strike({ do: 'hang' });
    assert.match(problemOf(await cloud.ports({ timeoutMs: 100 }).directory.tenants()).message, /did not answer within 0 s/);
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 50);
    assert.equal(problemOf(await cloud.ports({ timeoutMs: 60_000 }).directory.tenants(abort.signal)).code, 'cancelled');
  });

  it('waits before it asks again when Azure says that little is left', async () => {
    cloud.sandbox.azure.world.left.reads = 3;
    cloud.sandbox.azure.world.left.graph = 0;
    const ports = cloud.ports();
    const start = ports.clock.now();
    valueOf(await ports.directory.tenants());
    assert.equal(ports.clock.now() - start, 0);
    valueOf(await ports.directory.tenants());
    assert.equal(ports.clock.now() - start, 1_000);
    valueOf(await ports.health.search([subscription]));
    valueOf(await ports.health.search([subscription]));
    assert.equal(ports.clock.now() - start, 6_000);
  });

  describe('a link to another host', () => {
    let stranger: Server;
    let seen: (string | undefined)[];
    beforeEach(async () => {
      seen = [];
      stranger = createServer((request, response) => {
        seen.push(request.headers.authorization);
        response.end('{"value":[]}');
      });
      await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    });
    afterEach(() => stranger.close());
    const elsewhere = () => `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;

    /** In place of Azure: one page that points away, or a redirect. */
    async function lyingAzure(answer: { readonly status: number; readonly location?: string; readonly body?: string }) {
      const server = createServer((_request, response) => {
        response.writeHead(answer.status, { 'content-type': 'application/json', ...(answer.location ? { location: answer.location } : {}) });
        response.end(answer.body ?? '');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
    }

    it('gets no request, as the next page and as a redirect', async () => {
      const page = await lyingAzure({ status: 200, body: JSON.stringify({ value: [], nextLink: `${elsewhere()}/next` }) });
      const problem = problemOf(await cloud.ports({ endpoint: page.endpoint }).directory.tenants());
      page.stop();
      assert.match(problem.message, /for the next page of a list, which is not where it was asked/);
      const redirect = await lyingAzure({ status: 307, location: `${elsewhere()}/moved` });
      assert.equal((await cloud.ports({ endpoint: redirect.endpoint }).directory.tenants()).ok, false);
      redirect.stop();
      assert.deepEqual(seen, []);
    });

    it('does not keep us reading for ever', async () => {
      const server = createServer((request, response) => response.end(JSON.stringify({ value: [], nextLink: `http://${request.headers.host}/again` })));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      assert.match(problemOf(await cloud.ports({ endpoint }).directory.tenants()).message, /pages go in a circle/);
      server.close();
    });
  });
});
