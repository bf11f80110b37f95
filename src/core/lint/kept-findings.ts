import type { LocatedDocument } from '../document/located';
import { sectionsOf } from '../document/read-document';
import { originFinder } from '../document/section-at';
import { type Origin } from '../document/section-span';
import type { Finding, Span } from '../model/finding';

/** A finding that moves with the sections it speaks of. */
export interface KeptFinding {
  readonly finding: Finding;
  /** Of every place in it: when one of them is read anew, the finding has to be found anew. */
  readonly origins: readonly Origin[];
}

/** Undefined where the document has no sections: nothing of it outlives an edit. */
export function findingKeeper(document: LocatedDocument): ((finding: Finding) => KeptFinding) | undefined {
  const sections = sectionsOf(document);
  if (!sections) return undefined;
  const originAt = originFinder(sections);
  return (finding) => {
    const origins = new Set<Origin>();
    const kept = withSpans(finding, (span) => {
      const start = originAt(span.start) ?? documentStart;
      const end = originAt(span.end) ?? documentStart;
      for (const origin of [start, end]) if (origin !== documentStart) origins.add(origin);
      return new MovingSpan(start, span.start - start.offset, end, span.end - end.offset);
    });
    return { finding: kept, origins: [...origins] };
  };
}

/** The finding with places that no later edit moves. */
export const settled = (finding: Finding): Finding => withSpans(finding, ({ start, end }) => ({ start, end }));

const documentStart: Origin = { offset: 0 };

class MovingSpan implements Span {
  constructor(
    private readonly startOrigin: Origin,
    private readonly from: number,
    private readonly endOrigin: Origin,
    private readonly to: number,
  ) {}

  get start(): number {
    return this.startOrigin.offset + this.from;
  }

  get end(): number {
    return this.endOrigin.offset + this.to;
  }
}

const withSpans = (finding: Finding, spanOf: (span: Span) => Span): Finding => ({
  ...finding,
  span: spanOf(finding.span),
  fixes: finding.fixes.map(({ title, edits }) => ({ title, edits: edits.map(({ span, newText }) => ({ span: spanOf(span), newText })) })),
});
