import json from '../../../schemas/preconditions.json';
import type { IssueSeverity } from '../model/health';

/** One thing that a verification looks at. */
export interface Precondition {
  readonly id: string;
  /** What holds where all is well, as a sentence without a full stop. */
  readonly name: string;
  /** Ids of the catalog's features that ask for it; null for every connector. */
  readonly features: readonly string[] | null;
  readonly severity: IssueSeverity;
  readonly steps: readonly string[];
  /** A command with `{name}` where values go, or null. */
  readonly script: string | null;
  /** What whoever looks has to be allowed to do. */
  readonly permissions: readonly string[];
  /** Key of `sources`. */
  readonly source: string;
}

/** Something that has to hold as well and that no verification looks at. */
export interface HandPrecondition extends Pick<Precondition, 'id' | 'name' | 'features' | 'steps' | 'script' | 'source'> {
  readonly accounts: 'all' | 'management';
  /** Why it is not looked at, as a sentence. */
  readonly why: string;
}

interface Preconditions {
  readonly sources: Readonly<Record<string, { readonly title: string; readonly url: string }>>;
  readonly expected: Readonly<Record<keyof typeof json.expected, { readonly values: readonly string[] }>>;
  readonly quotas: readonly QuotaFact[];
  readonly checks: readonly Precondition[];
  readonly byHand: readonly HandPrecondition[];
}

/** A quota as Service Quotas knows it. */
export interface QuotaFact {
  readonly id: string;
  readonly service: string;
  readonly code: string;
  readonly name: string;
}

// The one cast of the file: the unit tests hold the JSON to its schema, and the schema to this type.
const preconditions = json as unknown as Preconditions;

export const allPreconditions: readonly Precondition[] = preconditions.checks;

export const handPreconditions: readonly HandPrecondition[] = preconditions.byHand;

/** By its id; one that is not there is a bug. */
export function precondition(id: string): Precondition {
  const found = byId.get(id);
  if (!found) throw new Error(`The data has no precondition ${id}.`);
  return found;
}

const byId: ReadonlyMap<string, Precondition> = new Map(preconditions.checks.map((check) => [check.id, check]));

/** What documents ask of a setting. */
export const expectedValues = (key: keyof Preconditions['expected']): readonly string[] => preconditions.expected[key].values;

/** Page that a precondition comes from. */
export const preconditionPage = ({ source }: Precondition | HandPrecondition): string => preconditions.sources[source]?.url ?? '';

export function quotaFact(id: string): QuotaFact {
  const found = preconditions.quotas.find((quota) => quota.id === id);
  if (!found) throw new Error(`The data has no quota ${id}.`);
  return found;
}
