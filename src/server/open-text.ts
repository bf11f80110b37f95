import type { Position, Range, TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver/node';
import { PiecedText } from '../core/document/pieced-text';

/** An open document. An edit copies a few lines of it, however large it is; who asks for all of its text gets it put together. */
export class OpenText {
  #version: number;
  #content: PiecedText;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    version: number,
    text: string,
  ) {
    this.#version = version;
    this.#content = PiecedText.of(text);
  }

  get version(): number {
    return this.#version;
  }

  get content(): PiecedText {
    return this.#content;
  }

  get lineCount(): number {
    return this.#content.lineCount;
  }

  getText(range?: Range): string {
    return range ? this.#content.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.#content.toString();
  }

  positionAt(offset: number): Position {
    return this.#content.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.#content.offsetAt(position);
  }

  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) this.#content = this.#changed(change);
    this.#version = version;
  }

  #changed(change: TextDocumentContentChangeEvent): PiecedText {
    const { text } = change;
    if (typeof text !== 'string') throw new Error('A change has no text.');
    const range = 'range' in change ? change.range : undefined;
    if (!range) return PiecedText.of(text);
    const [one, other] = [this.offsetAt(range.start), this.offsetAt(range.end)];
    return this.#content.replaced(Math.min(one, other), Math.max(one, other), text);
  }
}

/** Documents as a client says them. What it leaves out is empty: one document without a text must not spoil the others. */
export const openTexts: TextDocumentsConfiguration<OpenText> = {
  create: (uri: unknown, languageId: unknown, version: number, content: unknown) => new OpenText(text(uri), text(languageId), version, text(content)),
  update: (document, changes, version) => {
    document.update(changes, version);
    return document;
  },
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
