/** What is asked of a document's text. A string is one; so is a text in pieces, which an edit need not copy. */
export interface DocumentText {
  readonly length: number;
  slice(start?: number, end?: number): string;
  charAt(at: number): string;
  charCodeAt(at: number): number;
  startsWith(words: string, at?: number): boolean;
  /** All of it as one string: costs a copy where the text is in pieces. */
  toString(): string;
}
