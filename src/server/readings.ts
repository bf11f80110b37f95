import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fileKind, type FileKind } from '../core/document/file-kind';
import { formatOf } from '../core/document/format-of';
import type { LocatedDocument } from '../core/document/located';
import { readDocument } from '../core/document/read-document';
import type { Finding } from '../core/model/finding';
import { fileNameOf } from './file-names';

/** What has been read from one version of a document. */
interface Reading {
  readonly version: number;
  readonly kind: FileKind | undefined;
  located?: LocatedDocument;
  findings?: readonly Finding[];
}

/** Reads each version of an open document once, however many features ask. */
export class Readings {
  readonly #readings = new Map<string, Reading>();

  kind(document: TextDocument): FileKind | undefined {
    return this.#of(document).kind;
  }

  located(document: TextDocument): LocatedDocument {
    const text = document.getText();
    return (this.#of(document).located ??= readDocument(text, formatOf(fileNameOf(document), text)));
  }

  /** Undefined until the version has been linted. */
  findings(document: TextDocument): readonly Finding[] | undefined {
    return this.#of(document).findings;
  }

  keep(document: TextDocument, findings: readonly Finding[]): void {
    this.#of(document).findings = findings;
  }

  forget(uri: string): void {
    this.#readings.delete(uri);
  }

  #of(document: TextDocument): Reading {
    const { uri, version } = document;
    const known = this.#readings.get(uri);
    if (known?.version === version) return known;
    const reading: Reading = { version, kind: fileKind(fileNameOf(document), document.getText()) };
    this.#readings.set(uri, reading);
    return reading;
  }
}
