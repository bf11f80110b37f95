/** Settings by name with their values. */
export type Settings = Readonly<Record<string, readonly unknown[]>>;

/** One value of each setting, by its place among them. */
export type Row = Readonly<Record<string, number>>;

/** Whether values go together; asked of unfinished rows too. */
export type Allows = (row: Row) => boolean;

export interface Pairs {
  readonly rows: readonly Row[];
  /** Pairs that may be by themselves, and for which no row was found: `one=0&other=1`. */
  readonly unmet: readonly string[];
}

/** Rows in which every two values of two settings meet at least once, unless they are not allowed to. */
export function pairsOfSettings(settings: Settings, allows: Allows = () => true): Pairs {
  const names = Object.keys(settings);
  const open = new Set(allPairs(names, settings).filter(({ row }) => allows(row)).map(({ name }) => name));
  const rows: Row[] = [];
  const unmet: string[] = [];
  while (open.size > 0) {
    const [first = ''] = open;
    open.delete(first);
    const row = nextRow({ names, settings, allows, open }, rowOf(first));
    if (!row) {
      unmet.push(first);
      continue;
    }
    for (const pair of pairsOf(names, row)) open.delete(pair);
    rows.push(row);
  }
  return { rows, unmet };
}

interface Search {
  readonly names: readonly string[];
  readonly settings: Settings;
  readonly allows: Allows;
  readonly open: ReadonlySet<string>;
}

/** Starts from a pair that has not met yet and gives every other setting the value that meets most new ones. */
function nextRow({ names, settings, allows, open }: Search, start: Row): Row | undefined {
  let row = start;
  for (const name of names.filter((other) => !(other in start))) {
    const candidates = (settings[name] ?? [])
      .map((_, index) => ({ ...row, [name]: index }))
      .filter(allows)
      .map((candidate) => ({ candidate, gain: pairsWith(names, candidate, name).filter((pair) => open.has(pair)).length }));
    const best = candidates.reduce<(typeof candidates)[number] | undefined>((most, each) => (most && most.gain >= each.gain ? most : each), undefined);
    if (!best) return undefined;
    row = best.candidate;
  }
  return row;
}

const pairName = (one: string, i: number | undefined, other: string, j: number | undefined) => `${one}=${i}&${other}=${j}`;

const rowOf = (pair: string): Row => Object.fromEntries(pair.split('&').map((part) => [part.split('=')[0] ?? '', Number(part.split('=')[1])]));

function allPairs(names: readonly string[], settings: Settings) {
  return names.flatMap((one, at) =>
    names.slice(at + 1).flatMap((other) =>
      (settings[one] ?? []).flatMap((_, i) => (settings[other] ?? []).map((_value, j) => ({ name: pairName(one, i, other, j), row: { [one]: i, [other]: j } }))),
    ),
  );
}

const pairsOf = (names: readonly string[], row: Row): readonly string[] =>
  names.flatMap((one, at) => names.slice(at + 1).map((other) => pairName(one, row[one], other, row[other])));

/** The pairs of one setting with the others that the row has so far. */
const pairsWith = (names: readonly string[], row: Row, name: string): readonly string[] => {
  const at = names.indexOf(name);
  return names.flatMap((other, index) =>
    other === name || !(other in row) ? [] : [index < at ? pairName(other, row[other], name, row[name]) : pairName(name, row[name], other, row[other])],
  );
};
