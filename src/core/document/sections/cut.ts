/** A part of a text that is read by itself. What it reads to follows from its characters and its role alone. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  readonly role: 'entry' | 'header' | 'child';
}

/** A top-level entry of a document; with the entries of its map where these are cut apart too. */
export interface Part {
  readonly slice: Slice;
  readonly children?: readonly Slice[];
  /** Of the children's map, where brackets tell. */
  readonly span?: { readonly start: number; readonly end: number };
}

export interface Cut {
  readonly parts: readonly Part[];
  /** Of the whole map, where brackets tell. */
  readonly span?: { readonly start: number; readonly end: number };
}

/** Top-level keys of a template whose value has an entry for each resource, parameter and so on. */
export const isCutApart = (key: string): boolean => cutApart.has(key);

const cutApart = new Set(['Resources', 'Parameters', 'Conditions', 'Outputs', 'Mappings']);
