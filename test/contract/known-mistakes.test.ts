import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, own, type Json } from '../../src/core/model/json';
import { findingsIn, mistakeFiles } from './known-mistake-files';

const folder = join('..', 'shared', 'domain');

describe('mistakes that are known to happen', function () {
  before(function () {
    if (!existsSync(folder)) this.skip(); // The list lies beside the checkout, where it does.
  });

  it('have each a file, or a reason why no file of ours can have them', () => {
    const ids = [...idsOf('diagnostics.json', (entry) => own(entry, 'where') === 'lint'), ...idsOf('aws-catalog.json', () => true, 'knownDefectsInRealTemplates')];
    assert.ok(ids.length >= 54, String(ids.length));
    assert.deepEqual(ids.filter((id) => !(id in mistakeFiles)), []);
  });
});

describe('mistakes that are known to happen', () => {
  for (const [id, files] of Object.entries(mistakeFiles)) {
    if (typeof files === 'string') continue;
    it(`${id} is found in each kind of file that can have it`, () => {
      for (const file of files()) {
        const findings = findingsIn(file);
        const places = findings.filter(({ rule }) => rule === file.rule).map(({ span }) => file.text.slice(span.start, span.end));
        assert.ok(places.some((place) => (typeof file.at === 'string' ? place === file.at : file.at.test(place))), `${file.rule} at ${file.at}: ${JSON.stringify(places)} of ${findings.map(({ rule }) => rule).join(', ')}`);
      }
    });
  }
});

function idsOf(file: string, isWanted: (entry: { readonly [key: string]: Json }) => boolean, key?: string): readonly string[] {
  const read = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json;
  const list = key !== undefined && isJsonObject(read) ? own(read, key) : read;
  assert.ok(Array.isArray(list));
  return list.filter(isJsonObject).filter(isWanted).map((entry) => String(own(entry, 'id')));
}
