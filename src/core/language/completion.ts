import type { Span } from '../model/finding';
import { completionContext, type CompletionContext } from './completion-context';
import { keyCompletions } from './key-completions';
import { newFileCompletions } from './new-file';
import { valueCompletions } from './value-completions';

/** One offer at a cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'snippet';
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly span: Span;
  /** In the snippet syntax of the Language Server Protocol. */
  readonly insertText: string;
  /** The same without placeholders, for editors that have no snippets. */
  readonly plainText: string;
}

/** What a connector file can hold at an offset, in the order to show it. */
export function completionsAt(text: string, format: 'yaml' | 'json', offset: number): readonly Completion[] {
  const empty = newFileCompletions(text, format);
  if (empty.length > 0) return empty;
  const context = completionContext(text, format, offset);
  if (!context) return [];
  return withSpan(text, context, offers(context));
}

/** Offers for the word at the cursor. In YAML a word in quotes keeps them. */
export function withSpan(text: string, { span, style }: Pick<CompletionContext, 'span' | 'style'>, offered: readonly Offer[]): readonly Completion[] {
  const quote = text.charAt(span.start);
  const inQuotes = style !== 'json' && span.end > span.start && (quote === '"' || quote === "'");
  const inside = inQuotes ? { start: span.start + 1, end: span.end } : span;
  return offered.map((offer) => ({ ...offer, span: inside }));
}

export type Offer = Omit<Completion, 'span'>;

const offers = (context: CompletionContext): readonly Offer[] =>
  context.writes === 'key' ? keyCompletions(context) : valueCompletions(context);
