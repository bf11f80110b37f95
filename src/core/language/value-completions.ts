import { catalog } from '../catalog/catalog';
import type { Offer } from './completion';
import type { CompletionContext } from './completion-context';
import { regionFact, roleFact } from './facts';
import { schemasAt, type Schema } from './schema-node';
import { escapeSnippet, quoted } from './snippet';

export interface Choice {
  readonly value: string;
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
}

/** Values that the key at the cursor may take: what the schema lists, and what the catalog knows. */
export const valueCompletions = ({ path, style }: CompletionContext): readonly Offer[] =>
  valueOffers([...catalogChoices(path), ...schemasAt(path).flatMap(schemaChoices)], style);

/** Each value once, written as the format wants it. */
export const valueOffers = (choices: readonly Choice[], style: CompletionContext['style']): readonly Offer[] =>
  unique(choices).map(({ value, detail, documentation }) => ({
    label: value,
    kind: 'value' as const,
    ...(detail ? { detail } : {}),
    ...(documentation ? { documentation } : {}),
    insertText: escapeSnippet(quoted(value, value, style)),
    plainText: quoted(value, value, style),
  }));

function schemaChoices(schema: Schema): readonly Choice[] {
  const standard = schema.default === undefined ? undefined : String(schema.default);
  const values = schema.type === 'boolean' ? ['true', 'false'] : [...(schema.enum ?? [])].map(String);
  const listed = schema.const === undefined ? values : [schema.const];
  if (listed.length > 0) {
    return listed.map((value) => ({ value, detail: value === standard ? 'default' : undefined, documentation: schema.description }));
  }
  return standard !== undefined && typeof schema.default !== 'object' ? [{ value: standard, detail: 'default' }] : [];
}

function catalogChoices(path: CompletionContext['path']): readonly Choice[] {
  const [first, second] = path;
  if (first === 'regions' && path.length === 2) return regionChoices();
  if (first === 'deployment' && second === 'region') return regionChoices();
  if (first === 'scanIntervalHours') return scanIntervalChoices();
  return first === 'roles' && typeof second === 'string' ? roleNames(second) : [];
}

/** Regions of the commercial partition that Microsoft's pages name. */
export const regionChoices = (): readonly Choice[] =>
  catalog.regions
    .filter(({ partition, mentioned }) => partition === 'aws' && mentioned)
    .map(({ code, name }) => ({ value: code, detail: name ?? undefined, documentation: regionFact(code) }));

export const scanIntervalChoices = (): readonly Choice[] =>
  catalog.scanIntervals.hours.map((hours) => ({
    value: String(hours),
    detail: hours === catalog.scanIntervals.defaultHours ? 'default' : 'hours',
  }));

function roleNames(id: string): readonly Choice[] {
  const role = catalog.roles.find((candidate) => candidate.id === id);
  return (role?.names ?? []).map(({ name, generation }) => ({
    value: name,
    detail: name === role?.defaultName ? 'default' : generation,
    documentation: roleFact(id),
  }));
}

function unique(choices: readonly Choice[]): readonly Choice[] {
  const seen = new Set<string>();
  return choices.filter(({ value }) => !seen.has(value) && seen.add(value));
}
