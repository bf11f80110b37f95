// Compiles the schemas into validators once, so that no process compiles them again when it starts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'src', 'core', 'lint', 'generated');

/** Words for people: the compiled code would carry them along. */
const notes = new Set(['$schema', 'title', 'description', 'default']);

const withoutNotes = (value, isSchema = true) => {
  if (Array.isArray(value)) return value.map((item) => withoutNotes(item));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key]) => !(isSchema && notes.has(key)));
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutNotes(part, key !== 'properties' && key !== 'definitions')]));
};

const schema = withoutNotes(JSON.parse(readFileSync(join(root, 'schemas', 'connector.schema.json'), 'utf8')));
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, code: { source: true, lines: true } });
ajv.addSchema(schema, 'connector');

mkdirSync(target, { recursive: true });
writeFileSync(
  join(target, 'validate-connector.js'),
  `// Written by scripts/compile-schemas.mjs from schemas/connector.schema.json.\n${standaloneCode.default(ajv, { validateConnector: 'connector' })}\n`,
);
writeFileSync(
  join(target, 'validate-connector.d.ts'),
  `// Written by scripts/compile-schemas.mjs from schemas/connector.schema.json.
import type { ValidateFunction } from 'ajv';
export declare const validateConnector: ValidateFunction<unknown>;
`,
);
