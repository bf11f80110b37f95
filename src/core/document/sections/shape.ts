import type { Cut, Part, Slice } from './cut';
import type { Section } from './section';

/** How a document is made of its sections, which tell themselves where they stand. */
export interface Shape {
  readonly parts: readonly PartShape[];
  /** Of the whole map, where brackets tell. */
  readonly span?: Stretch | undefined;
}

interface PartShape {
  /** How many sections its children are; undefined for an entry that is one section. */
  readonly children: number | undefined;
  /** Of the children's map, where brackets tell. */
  readonly span?: Stretch | undefined;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export const shapeOf = ({ parts, span }: Cut): Shape => ({ parts: parts.map((part) => ({ children: part.children?.length, span: part.span })), span });

/** Where everything stands now. */
export function cutOf({ parts, span }: Shape, sections: readonly Section[]): Cut {
  let index = 0;
  const take = (count: number): readonly Slice[] => sections.slice(index, (index += count)).map(sliceOf);
  const whole = parts.flatMap((part): Part[] => {
    const [slice] = take(1);
    return slice ? [{ slice, ...(part.children === undefined ? {} : { children: take(part.children) }), ...(part.span ? { span: part.span } : {}) }] : [];
  });
  return { parts: whole, ...(span ? { span } : {}) };
}

const sliceOf = ({ origin, length, role }: Section): Slice => ({ start: origin.offset, end: origin.offset + length, role });

/** When a section that starts at `start` has become longer. No bracket that a shape tells of stands in a section. */
export function stretched({ parts, span }: Shape, start: number, by: number): Shape {
  const place = (at: number): number => (at > start ? at + by : at);
  const moved = (one: Stretch | undefined): Stretch | undefined => one && { start: place(one.start), end: place(one.end) };
  return { parts: parts.map((part) => ({ children: part.children, span: moved(part.span) })), span: moved(span) };
}
