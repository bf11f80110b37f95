import type { ClientCapabilities, Connection, ResponseError, TextDocuments } from 'vscode-languageserver/node';
import type { FileKind } from '../core/document/file-kind';
import type { LocatedDocument } from '../core/document/located';
import type { Files } from './files';
import type { FindingsOf } from './findings-of';
import { guarded } from './guarded';
import type { OpenText } from './open-text';
import type { Readings } from './readings';

/** What every feature needs to answer. */
export interface FeatureService {
  readonly connection: Connection;
  readonly documents: TextDocuments<OpenText>;
  readonly readings: Readings;
  readonly files: Files;
  readonly findingsOf: FindingsOf;
  readonly client: ClientCapabilities;
  /** Commands that the client can run: other editors have none of ours. */
  readonly commands: ReadonlySet<string>;
}

/** An open document of ours, as it was read. */
export interface OpenDocument {
  readonly document: OpenText;
  readonly kind: FileKind;
  /** Read on first need. */
  readonly located: LocatedDocument;
}

type Answer<R> = R | ResponseError;

/** Answers about an open document of ours; about any other, and where something goes wrong inside, with `otherwise`. */
export const aboutDocument = <P extends { readonly textDocument: { readonly uri: string } }, R>(
  { connection, documents, readings }: FeatureService,
  name: string,
  otherwise: NoInfer<R>,
  handle: (open: OpenDocument, params: P) => Answer<R> | Promise<Answer<R>>,
) =>
  guarded<P, Answer<R>>(connection, name, otherwise, (params) => {
    const document = documents.get(params.textDocument.uri);
    const kind = document && readings.kind(document);
    if (!document || !kind) return otherwise;
    const open: OpenDocument = {
      document,
      kind,
      get located() {
        return readings.located(document);
      },
    };
    return handle(open, params);
  });
