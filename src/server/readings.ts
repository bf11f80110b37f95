import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileKind, type FileKind } from '../core/document/file-kind';
import { finished } from '../core/document/finished';
import { formatOf } from '../core/document/format-of';
import type { LocatedDocument } from '../core/document/located';
import { readingSteps } from '../core/document/read-document';
import type { RelatedFiles } from '../core/lint/related-files';
import type { LintMemory } from '../core/lint/template-findings';
import type { Finding } from '../core/model/finding';
import { fileNameOf } from './file-names';
import type { OpenText } from './open-text';

/** What is known of an open document. What it read to outlives its version: the next one is read from there. */
interface Reading {
  version: number;
  kind: FileKind | undefined;
  located?: LocatedDocument | undefined;
  /** Version that `located` was read from. */
  locatedVersion?: number;
  findings?: readonly Finding[] | undefined;
  /** Files that belong to it, and until when they need not be looked for again. */
  related?: { readonly files: RelatedFiles; readonly until: number } | undefined;
  memory: LintMemory;
}

/** Milliseconds for which the files beside a document are taken to be the same: who types does not make files. */
const relatedFor = 1_000;

/** Reads each version of an open document once, however many features ask. */
export class Readings {
  readonly #readings = new Map<string, Reading>();

  kind(document: OpenText): FileKind | undefined {
    return this.#of(document).kind;
  }

  /** While a large document is read for the first time: empty. Nobody who asks in the meantime has to wait. */
  located(document: OpenText): LocatedDocument {
    const reading = this.#of(document);
    if (reading.located && reading.locatedVersion === document.version) return reading.located;
    if (!reading.located && isLarge(document)) return { text: document.content, format: this.#format(document), root: undefined, syntaxErrors: [] };
    return keepLocated(reading, document.version, finished(this.#steps(reading, document)));
  }

  /** The same for who can wait. Undefined when an edit comes in between. */
  async read(document: OpenText): Promise<LocatedDocument | undefined> {
    const reading = this.#of(document);
    const { version } = document;
    if (reading.located || !isLarge(document)) return this.located(document);
    const located = await pausing(this.#steps(reading, document), () => document.version === version);
    return located && keepLocated(reading, version, located);
  }

  /** What linting found in earlier versions. */
  memory(document: OpenText): LintMemory {
    return this.#of(document).memory;
  }

  /** Undefined until the version has been linted. */
  findings(document: OpenText): readonly Finding[] | undefined {
    return this.#of(document).findings;
  }

  keep(document: OpenText, findings: readonly Finding[]): void {
    this.#of(document).findings = findings;
  }

  /** Files that belong to a document, looked for now and then only while it changes. */
  async related(document: OpenText, find: () => Promise<RelatedFiles>): Promise<RelatedFiles> {
    const reading = this.#of(document);
    if (reading.related && performance.now() < reading.related.until) return reading.related.files;
    const files = await find();
    reading.related = { files, until: performance.now() + relatedFor };
    return files;
  }

  /** The document is to be linted again, though it did not change: another file did. */
  forgetFindings(uri: string): void {
    const reading = this.#readings.get(uri);
    if (!reading) return;
    reading.findings = undefined;
    reading.related = undefined;
  }

  forget(uri: string): void {
    this.#readings.delete(uri);
  }

  #steps({ located }: Reading, document: OpenText): Generator<void, LocatedDocument> {
    return readingSteps(document.content, this.#format(document), located);
  }

  #format(document: OpenText): 'yaml' | 'json' {
    return formatOf(fileNameOf(document), document.content);
  }

  #of(document: OpenText): Reading {
    const { uri, version } = document;
    const known = this.#readings.get(uri);
    if (known && known.version === version) return known;
    const kind = fileKind(fileNameOf(document), document.content);
    const reading: Reading = known ?? { version, kind, memory: {} };
    reading.version = version;
    reading.kind = kind;
    reading.findings = undefined;
    this.#readings.set(uri, reading);
    return reading;
  }
}

function keepLocated(reading: Reading, version: number, located: LocatedDocument): LocatedDocument {
  reading.located = located;
  reading.locatedVersion = version;
  return located;
}

/** More than is read between two keystrokes. */
export const isLarge = (document: OpenText): boolean => document.content.length > 200_000;

/** Milliseconds of work between two pauses. */
const longestWork = 8;

/** Takes steps, and pauses so that messages are read in between. Undefined when the result is no longer wanted. Hears what steps say. */
export async function pausing<S, T>(steps: Generator<S, T>, isWanted: () => boolean, hear?: (step: S) => void): Promise<T | undefined> {
  let started = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    hear?.(value);
    if (performance.now() - started < longestWork) continue;
    // One turn reads messages, the next hands them out.
    await nextTurn();
    await nextTurn();
    if (!isWanted()) return undefined;
    started = performance.now();
  }
}
