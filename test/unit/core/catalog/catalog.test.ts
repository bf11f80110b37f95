import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { catalog, type CatalogRole } from '../../../../src/core/catalog/catalog';

const readSchema = (name: string): unknown => JSON.parse(readFileSync(`schemas/${name}`, 'utf8'));

describe('the catalog', () => {
  it('satisfies its schema', () => {
    const validate = new Ajv({ allErrors: true }).compile(readSchema('catalog.schema.json') as object);
    validate(readSchema('catalog.json'));
    assert.deepEqual(validate.errors ?? [], []);
  });

  it('cites only sources that it names, and names none that it does not cite', () => {
    const cited = new Set(citations(catalog));
    assert.deepEqual([...cited].sort(), Object.keys(catalog.sources).sort());
  });

  it('refers only to roles that it has', () => {
    const ids = new Set(catalog.roles.map(({ id }) => id));
    const referred = [
      ...catalog.audiences.flatMap(({ roles }) => roles),
      ...catalog.plans.flatMap(({ features }) => features.flatMap(({ roles }) => roles ?? [])),
      ...catalog.corrections.flatMap(({ role }) => role ?? []),
      ...catalog.parameters.flatMap(({ role }) => role ?? []),
      ...[...JSON.stringify(catalog.roles).matchAll(/<role:(\w+)>/g)].map(([, id]) => id ?? ''),
    ];
    assert.deepEqual(referred.filter((id) => !ids.has(id)), []);
  });

  it('gives every id once', () => {
    const lists = [
      catalog.roles.map(({ id }) => id),
      catalog.audiences.map(({ audience }) => audience),
      catalog.plans.flatMap(({ features }) => features.map(({ id }) => id)),
      catalog.parameters.map(({ name }) => name),
      catalog.regions.map(({ code }) => code),
      catalog.roles.flatMap(({ names }) => names.map(({ name }) => name.toLowerCase())),
    ];
    for (const list of lists) assert.deepEqual(list.filter((item, index) => list.indexOf(item) !== index), []);
  });

  it('agrees with itself on which role trusts which audience', () => {
    const byAudience = catalog.audiences.flatMap(({ audience, roles }) => roles.map((role) => `${role} ${audience}`));
    const byRole = catalog.roles.filter(({ audience }) => audience).map(({ id, audience }) => `${id} ${audience}`);
    const byTrust = catalog.roles.flatMap((role) => audiencesOf(role).map((audience) => `${role.id} ${audience}`));
    assert.deepEqual(byAudience.sort(), byRole.sort());
    assert.deepEqual(byTrust.sort(), byRole.sort());
  });

  it('puts each feature under its plan', () => {
    for (const plan of catalog.plans)
      for (const feature of plan.features) assert.equal(feature.id.split('.')[0], plan.id);
  });

  it('makes the newest name of a role its default', () => {
    for (const { defaultName, names } of catalog.roles) assert.equal(defaultName, names.at(-1)?.name ?? null);
  });

  it('agrees with itself on the parameter that names a role', () => {
    for (const { portalParameter, parameter, defaultName, namePattern } of catalog.roles) {
      const name = portalParameter ?? parameter;
      if (name === null) continue;
      const found = catalog.parameters.find((candidate) => candidate.name === name);
      assert.deepEqual([found?.default, found?.allowedPattern, found?.portal], [defaultName, namePattern, portalParameter !== null]);
    }
  });

  it('has a parameter for every value that a role leaves open', () => {
    const names = new Set(catalog.parameters.map(({ name }) => name));
    for (const [, name] of JSON.stringify(catalog.roles).matchAll(/<parameter:(\w+)>/g)) assert.ok(names.has(name ?? ''), name);
  });

  it('accounts for all twelve known defects of the official sources', () => {
    const ids = new Set(catalog.corrections.map(({ id }) => id).filter((id) => id.startsWith('D')));
    assert.equal(ids.size, 12);
  });

  it('has no correction of permissions that corrects nothing', () => {
    for (const { id, subject, role, access, published } of catalog.corrections) {
      if (subject !== 'permissions') continue;
      const found = catalog.roles.find((candidate) => candidate.id === role);
      const lists = listsIn(found?.policies[access ?? 'default']);
      assert.ok(lists.some((list) => published.every((value) => count(list, value) >= count(published, value))), `${id} ${role}`);
    }
  });

  it('keeps facts that are not known empty', () => {
    assert.deepEqual(catalog.roles.filter(({ trust }) => trust === null).map(({ id }) => id), ['dataThreatProtectionDb']);
    const unknown = catalog.plans.flatMap(({ features }) => features.filter((feature) => feature.unknown !== null));
    assert.deepEqual(unknown.map(({ id }) => id), [
      'defenderCspm.cloudTrailIngestion',
      'defenderCspm.serverlessProtection',
      'databases.openSource',
    ]);
  });
});

/** Every `sources` list of the file, wherever it stands. */
function citations(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(citations);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'sources' && Array.isArray(inner) ? (inner as string[]) : citations(inner),
  );
}

const count = (list: readonly unknown[], value: unknown): number => list.filter((item) => item === value).length;

const audiencesOf = ({ trust }: CatalogRole): readonly string[] =>
  (trust ?? []).flatMap(({ conditions }) => conditions.filter(({ key }) => key.endsWith(':aud')).flatMap(({ values }) => values));

function listsIn(value: unknown): readonly (readonly unknown[])[] {
  if (typeof value === 'string') return [[value]];
  if (Array.isArray(value)) return [value, ...value.flatMap(listsIn)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listsIn) : [];
}
