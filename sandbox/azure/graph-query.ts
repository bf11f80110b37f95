import { isJsonObject, type Json, type JsonObject } from '../json';
import { ArmError } from './arm-error';

/** Runs the part of the Kusto language that this project asks Resource Graph in: `where`, `project`, `order by`. Anything else is refused, not guessed. */
export function runQuery(query: string, tables: Readonly<Record<string, readonly JsonObject[]>>): readonly JsonObject[] {
  const [table = '', ...steps] = query.split('|').map((part) => part.trim());
  const rows = tables[table.toLowerCase()];
  if (!rows) throw refused(`'${table}' is not a table of the sandbox`);
  return steps.reduce<readonly JsonObject[]>((present, step) => runStep(step, present), rows);
}

function runStep(step: string, rows: readonly JsonObject[]): readonly JsonObject[] {
  const [, verb = '', rest = ''] = /^(where|project|order by)\s+(.+)$/i.exec(step) ?? [];
  switch (verb.toLowerCase()) {
    case 'where':
      return rows.filter(condition(rest));
    case 'project':
      return rows.map(projection(rest));
    case 'order by':
      return ordered(rest, rows);
    default:
      throw refused(`'${step}' is not understood`);
  }
}

function condition(text: string): (row: JsonObject) => boolean {
  const found = /^([\w.]+)\s*(==|=~)\s*'([^']*)'$/.exec(text);
  if (!found) throw refused(`'where ${text}' is not understood`);
  const [, path = '', operator, literal = ''] = found;
  const same = operator === '==' ? (value: string) => value === literal : (value: string) => value.toLowerCase() === literal.toLowerCase();
  return (row) => same(String(valueAt(row, path) ?? ''));
}

function projection(text: string): (row: JsonObject) => JsonObject {
  const columns = text.split(',').map((column) => {
    const [name = '', path = name] = column.split('=').map((part) => part.trim());
    if (!/^[\w.]+$/.test(path)) throw refused(`'project ${text}' is not understood`);
    return [name, path] as const;
  });
  return (row) => Object.fromEntries(columns.map(([name, path]) => [name, valueAt(row, path) ?? null]));
}

function ordered(text: string, rows: readonly JsonObject[]): readonly JsonObject[] {
  const [, path = '', direction = 'desc'] = /^([\w.]+)(?:\s+(asc|desc))?$/i.exec(text) ?? [];
  if (path === '') throw refused(`'order by ${text}' is not understood`);
  const sign = direction.toLowerCase() === 'asc' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, text: String(valueAt(row, path) ?? '') }));
  return keyed.sort((a, b) => (a.text === b.text ? 0 : a.text < b.text ? -sign : sign)).map(({ row }) => row);
}

const valueAt = (row: JsonObject, path: string): Json | undefined =>
  path.split('.').reduce<Json | undefined>((value, key) => (isJsonObject(value) ? value[key] : undefined), row);

const refused = (what: string) => new ArmError(400, 'BadRequest', 'Please provide below info when asking for support.', {}, [{ code: 'InvalidQuery', message: `Query is invalid: ${what}.` }]);
