import assert from 'node:assert/strict';
import facts from '../../../../schemas/arm-connector.json';
import history from '../../../../schemas/arm-history.json';
import { catalog } from '../../../../src/core/catalog/catalog';
import { armApiVersions, defaultArmApiVersion } from '../../../../src/core/generate/arm/api-versions';
import { armProperty, armRenames, awsOfferings, hasProperty } from '../../../../src/core/lint/arm/arm-properties';

const types = ['object', 'array', 'string', 'boolean', 'integer', 'map', 'any'];

describe('the data about connectors in Azure', () => {
  it('has the shape that the code reads', () => {
    const keys = ['path', 'type', 'items', 'values', 'readOnly', 'format', 'since', 'last'];
    for (const property of facts.properties) {
      assert.deepEqual(Object.keys(property).filter((key) => !keys.includes(key)), [], property.path);
      assert.ok(types.includes(property.type), property.path);
      for (const version of [property.since, property.last]) {
        if (version !== undefined) assert.ok(facts.describedVersions.includes(version), property.path);
      }
    }
    assert.equal(new Set(facts.properties.map(({ path }) => path)).size, facts.properties.length);
    assert.deepEqual(facts.apiVersions.toSorted(), facts.apiVersions);
    assert.match(facts.checked, /^\d{4}-\d\d-\d\d$/);
  });

  it('has every place above a field', () => {
    for (const { path } of facts.properties) {
      const above = path.replace(/\.[^.]+$/, '').replace(/^(environmentData\.organizationalData)\.\w+$/, '$1');
      if (path.includes('.')) assert.ok(armProperty(above), path);
    }
  });

  it('agrees with what the generator knows of api-versions', () => {
    assert.deepEqual(facts.describedVersions, [...armApiVersions]);
    assert.equal(facts.assumedVersion, defaultArmApiVersion);
    for (const { path, ...change } of history.changes) {
      for (const version of armApiVersions) {
        const known = (change.since === undefined || version >= change.since) && (change.last === undefined || version <= change.last);
        const here = armProperty(path);
        assert.ok(here, path);
        // The history leaves out where a field began that only has an end.
        if (change.since !== undefined || version >= (here.since ?? '')) assert.equal(hasProperty(here, version), known, `${path} ${version}`);
      }
    }
  });

  it('has both names of what was renamed, and each ends where the other begins', () => {
    for (const { path, formerly, since } of armRenames) {
      if (formerly === 'cloudName') continue; // In api-versions whose fields are not described.
      const [now, before] = [armProperty(path), armProperty(formerly)];
      assert.equal(now?.since, since, path);
      assert.equal(before?.last, facts.describedVersions[facts.describedVersions.indexOf(since) - 1], formerly);
    }
  });

  it('has the places where the catalog says that roles stand', () => {
    const places = catalog.roles.flatMap(({ armProperties }) => armProperties.map((property) => `offerings.${property.split(' ')[0] ?? ''}`));
    for (const place of places) assert.ok(armProperty(place), place);
    for (const { offeringTypes } of catalog.plans) for (const type of offeringTypes) assert.ok(awsOfferings.includes(type), type);
  });
});
