import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import type { Log } from 'sarif';

/** The schema of SARIF 2.1.0 as Microsoft's SDK packages it. Of an older draft, it says nothing that the newer one reads otherwise. */
const { $schema: _draft, id: _address, ...schema } = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<string, unknown>;
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

/** The log, which satisfies the schema. */
export function validLog(text: string): Log {
  const log: unknown = JSON.parse(text);
  if (!validate(log)) assert.deepEqual(validate.errors, []);
  return log as Log;
}
