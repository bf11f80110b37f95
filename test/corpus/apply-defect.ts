import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Defect } from './defect';

export interface AppliedDefect {
  readonly fileName: string;
  readonly text: string;
  /** Range that the finding should have. */
  readonly start: number;
  readonly end: number;
}

export const baseText = (base: string): string => readFileSync(join(__dirname, 'base', base), 'utf8');

/** The file with the mistake. Throws where the corpus itself is wrong. */
export function applyDefect({ id, base, replace, by, found }: Defect): AppliedDefect {
  const right = baseText(base);
  if (!right.includes(replace)) throw new Error(`${id}: ${base} does not have ${replace}`);
  const text = right.replace(replace, () => by);
  const marked = /^([^«]*)«([^»]*)»([^»]*)$/s.exec(found);
  if (!marked) throw new Error(`${id}: no range is marked in ${found}`);
  const [, before = '', range = '', after = ''] = marked;
  const at = text.indexOf(before + range + after);
  if (at < 0 || text.indexOf(before + range + after, at + 1) >= 0) throw new Error(`${id}: ${found} does not stand once in the file`);
  const start = at + before.length;
  return { fileName: base, text, start, end: start + range.length };
}
