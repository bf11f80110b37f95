import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import Ajv from 'ajv';

const files = readdirSync('schemas').filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(`schemas/${name}`, 'utf8')) as Record<string, unknown>;

describe('the data files', () => {
  for (const file of files) {
    const schema = file.replace('.json', '.schema.json');

    it(`${file} satisfies its schema`, () => {
      assert.ok(existsSync(`schemas/${schema}`), `${schema} is missing`);
      const validate = new Ajv({ allErrors: true }).compile(read(schema));
      validate(read(file));
      assert.deepEqual(validate.errors ?? [], []);
    });

    it(`${file} says where its facts are from and when they were compared`, () => {
      const data = read(file);
      const { source, sources, checked } = data;
      const dated = Array.isArray(sources) ? sources.map((entry: { checked?: unknown }) => entry.checked) : [checked];
      assert.ok(dated.length > 0);
      for (const day of dated) {
        assert.match(String(day), /^\d{4}-\d\d-\d\d$/);
        assert.ok(!Number.isNaN(Date.parse(String(day))), String(day));
      }
      assert.ok(source ?? sources ?? sourcesWithin(data), `${file} names no source`);
    });
  }

  it('are there, and no schema is left without its file', () => {
    assert.ok(files.length >= 8);
    const schemas = readdirSync('schemas').filter((name) => name.endsWith('.schema.json') && name !== 'connector.schema.json');
    assert.deepEqual(schemas.filter((name) => !files.includes(name.replace('.schema', ''))), []);
  });
});

/** Whether each part beside the date names its own source. */
function sourcesWithin({ checked: _, ...parts }: Readonly<Record<string, unknown>>): boolean {
  const named = (part: unknown): boolean =>
    Array.isArray(part) ? part.length > 0 && part.every(named) : typeof part === 'object' && part !== null && 'source' in part;
  return Object.values(parts).every(named);
}
