/** The list before where it holds the same: what was made of it, an index for example, then serves again. */
export const keptList = <V>(list: readonly V[], before: readonly V[] | undefined): readonly V[] =>
  before?.length === list.length && before.every((one, index) => one === list[index]) ? before : list;
