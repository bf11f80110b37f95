import type { Span } from '../model/finding';

/** Where a section of a document starts. An edit above it moves it, and with it every place inside. */
export interface Origin {
  offset: number;
}

/** A place inside a section: right after every edit, though nobody visits it. */
export class SectionSpan implements Span {
  constructor(
    private readonly origin: Origin,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get start(): number {
    return this.origin.offset + this.from;
  }

  get end(): number {
    return this.origin.offset + this.to;
  }
}

/** Makes places of a section from offsets in the text that is being read. */
export const spanMaker =
  (origin: Origin) =>
  (start: number, end: number): Span =>
    new SectionSpan(origin, start - origin.offset, end - origin.offset);
