export type Fields = Readonly<Record<string, unknown>>;

/** The sections of a template that hold what others can refer to. Anything that is not a map reads as empty. */
export interface PortalTemplate {
  readonly parameters: Readonly<Record<string, Fields>>;
  readonly mappings: Readonly<Record<string, Fields>>;
  readonly conditions: Readonly<Record<string, Fields>>;
  readonly resources: Readonly<Record<string, Fields>>;
}

/** Reads plain data as a template; never throws, whatever the data. What no template looks like reads as empty. */
export function toPortalTemplate(data: unknown): PortalTemplate {
  const root = isReasonable(data) ? fieldsOf(data) : {};
  return {
    parameters: section(root['Parameters']),
    mappings: section(root['Mappings']),
    conditions: section(root['Conditions']),
    resources: section(root['Resources']),
  };
}

/** A map's fields; empty for anything else. */
export const fieldsOf = (value: unknown): Fields => (isMap(value) ? value : {});

const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const section = (value: unknown): Readonly<Record<string, Fields>> =>
  Object.fromEntries(Object.entries(fieldsOf(value)).filter((entry): entry is [string, Fields] => isMap(entry[1])));

/** Data that is nested too deep, or in itself, would exhaust the stack of all that walks it. */
function isReasonable(data: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: data, depth: 0 }];
  let seen = 0;
  for (let item = open.pop(); item; item = open.pop()) {
    const { value, depth } = item;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest || ++seen > most) return false;
    for (const inner of Object.values(value)) open.push({ value: inner, depth: depth + 1 });
  }
  return true;
}

const deepest = 100;
const most = 200_000;
