import assert from 'node:assert/strict';
import { catalog } from '../../../../src/core/catalog/catalog';
import { coverageOf, type Coverage } from '../../../../src/core/coverage/coverage';
import { coverageWorkbook } from '../../../../src/core/coverage/coverage-workbook';
import { coveringAzure, coveringFile, type CoveringConnector } from '../../../../src/core/coverage/covering-connector';
import { filterCoverage } from '../../../../src/core/coverage/filter-coverage';
import type { Connector, Plans } from '../../../../src/core/model/connector';
import { coverageCsv } from '../../../../src/core/report/coverage/csv';
import { coverageMarkdown } from '../../../../src/core/report/coverage/markdown';
import { coverageSvg } from '../../../../src/core/report/coverage/svg';
import { coverageText } from '../../../../src/core/report/coverage/text';

const file = (accountId: string, plans: Plans, changes: Partial<Connector['account']> & { name?: string } = {}): CoveringConnector => {
  const { name = `file-${accountId}`, ...account } = changes;
  const connector: Connector = {
    ...{ name, regions: 'all', scanIntervalHours: 12, access: 'default', plans, roles: {} },
    account: { id: accountId, type: 'single', excluded: [], ...account },
    azure: { tenant: '11111111-2222-4333-8444-555555555555', subscription: 'S-1', resourceGroup: 'rg', location: 'eastus' },
    deployment: { method: 'cloudFormation', stack: 's', region: 'us-east-1' },
  };
  return coveringFile(connector, `${name}.connector.yaml`);
};

const azure = (accountId: string | null, plans: Plans): readonly CoveringConnector[] => {
  const key = { subscription: 's-2', resourceGroup: 'rg', name: `azure-${accountId ?? ''}` };
  const made = coveringAzure({ id: `/subscriptions/s-2/${key.name}`, key, location: null, accountId, membership: 'single', parentId: null, plans });
  return made ? [made] : [];
};

const column = ({ columns }: Coverage, id: string) => {
  const { covered, total } = columns.find((one) => one.id === id) ?? {};
  return [covered, total];
};

const servers: Plans = { servers: { tier: 'P2', agentlessScanning: true } };

describe('coverage', () => {
  const coverage = coverageOf([
    file('111111111111', servers),
    ...azure('111111111111', { defenderCspm: { ciem: true } }),
    ...azure('222222222222', servers),
    file('333333333333', { databases: {} }, { type: 'management', excluded: ['444444444444', '222222222222'] }),
    ...azure(null, servers),
  ]);
  const account = (id: string) => coverage.accounts.find(({ accountId }) => accountId === id);

  it('has a row for each account, and those left out on purpose apart', () => {
    assert.deepEqual(coverage.accounts.map(({ accountId, isExcluded }) => [accountId, isExcluded]), [
      ['111111111111', false],
      ['222222222222', false],
      ['333333333333', false],
      ['444444444444', true],
    ]);
  });

  it('takes the word of Azure where both speak, and says where they differ', () => {
    assert.equal(account('111111111111')?.cells['servers'], 'off');
    assert.equal(account('111111111111')?.cells['defenderCspm.ciem'], 'on');
    assert.equal(account('111111111111')?.differs, true);
    assert.equal(account('222222222222')?.differs, false);
    assert.equal(account('333333333333')?.cells['databases'], 'declared');
    assert.equal(account('333333333333')?.cells['databases.openSource'], 'off');
  });

  it('counts accounts by plan and by feature, without those left out', () => {
    assert.deepEqual(column(coverage, 'foundational'), [3, 3]);
    assert.deepEqual(column(coverage, 'servers'), [1, 3]);
    assert.deepEqual(column(coverage, 'servers.agentlessScanning'), [1, 3]);
    assert.deepEqual(column(coverage, 'databases'), [1, 3]);
    const ids = catalog.plans.flatMap(({ id, features }) => [id, ...features.map((feature) => feature.id)]);
    assert.deepEqual(coverage.columns.map(({ id }) => id), ids);
  });

  it('lets through what a filter asks for, with the figures of that', () => {
    const ids = (filter: Parameters<typeof filterCoverage>[1]) => filterCoverage(coverage, filter).accounts.map(({ accountId }) => accountId.slice(0, 3));
    assert.deepEqual(ids({ column: { id: 'servers', covered: true } }), ['222']);
    assert.deepEqual(ids({ column: { id: 'servers', covered: false } }), ['111', '333']);
    assert.deepEqual(ids({ text: ' FILE-33 ' }), ['333']);
    assert.deepEqual(ids({ text: '4444' }), ['444']);
    assert.deepEqual(ids({ subscription: 's-1' }), ['111', '333']);
    assert.deepEqual(ids({ onlyDiffering: true }), ['111']);
    assert.deepEqual(ids({}), ['111', '222', '333', '444']);
    assert.deepEqual(column(filterCoverage(coverage, { text: '222' }), 'servers'), [1, 1]);
  });

  it('is empty where there is nothing', () => {
    const nothing = coverageOf([]);
    assert.deepEqual(column(nothing, 'servers'), [0, 0]);
    assert.match(coverageText(nothing), /^0 accounts\.\n/);
    assert.match(coverageMarkdown(nothing), /\| 0 of 0 \| – \|/);
    assert.match(coverageSvg(nothing), /0 of 0/);
  });

  it('of 10,000 connectors is made, filtered and written in less than a second each', () => {
    const connectors = Array.from({ length: 10_000 }, (_, index) => file(String(100_000_000_000 + index), index % 2 ? servers : { containers: { sensor: true } }));
    const times = [() => coverageOf(connectors), () => filterCoverage(coverageOf(connectors), { text: '9' }), () => coverageCsv(coverageOf(connectors)), () => coverageMarkdown(coverageOf(connectors)), () => coverageSvg(coverageOf(connectors))].map((run) => {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    assert.ok(times.every((time) => time < 1000), times.join(' ms, '));
  });
});

describe('coverage in other formats', () => {
  const hostile = coverageOf([file('111111111111', servers, { name: '=cmd|<svg onload=x>&"' })]);

  it('is a table for a terminal', () => {
    const text = coverageText(coverageOf([file('111111111111', servers), file('222222222222', {})]));
    assert.match(text, /^2 accounts\.\n\n/);
    assert.match(text, /\nDefender for Servers +#{10}\.{10} {2}1 of 2\n/);
    assert.match(text, /\n {2}Agentless scanning \(P2\) +#{10}\.{10} {2}1 of 2\n/);
    assert.match(text, /\n111111111111 {2}file-111111111111 {2}.*Defender for Servers \(declared\)\n/);
  });

  it('is CSV in which no name is a formula', () => {
    const [head, row] = coverageCsv(hostile).split('\r\n');
    assert.match(head ?? '', /^Account,Connectors,Places,Subscriptions,Left out,File and Azure differ,/);
    assert.match(row ?? '', /^111111111111,"'=cmd\|<svg onload=x>&""","'=cmd\|<svg onload=x>&"".connector.yaml",S-1,no,no,/);
    assert.equal((head ?? '').split(',').length - (row ?? '').split(',').length, 0);
  });

  it('is Markdown with the link to the workbook of the portal', () => {
    const text = coverageMarkdown(hostile);
    assert.ok(text.includes(coverageWorkbook));
    assert.doesNotMatch(text, /[^\\]<svg/);
    assert.match(text, /\| \*\*Defender for Servers\*\* \| 1 of 1 \| 100 % \|/);
  });

  it('is a picture that is XML, with its figures as text', () => {
    const svg = coverageSvg(hostile);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" aria-labelledby="title desc"/);
    assert.match(svg, /<desc id="desc">.*Defender for Servers: 1 of 1/);
    assert.match(svg, /prefers-color-scheme:dark/);
    assert.ok(!/(?:href|src|url\(|<script)/.test(svg));
    const names = [...svg.replace(/"[^"]*"/g, '').matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)];
    const open = names.filter(([, slash, , closed]) => !slash && !closed).map(([, , name]) => name).sort();
    assert.deepEqual(open, names.filter(([, slash]) => slash).map(([, , name]) => name).sort());
  });
});
