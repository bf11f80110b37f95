import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import type { ServerRequests } from '../protocol/server-requests';
import { describeFiles } from './describe-files';
import type { Files } from './files';
import { generateForEditor } from './generate-for-editor';
import { guarded } from './guarded';

type Params<M extends keyof ServerRequests> = ServerRequests[M][0];
type Answer<M extends keyof ServerRequests> = ServerRequests[M][1];

/** Our own requests beyond the protocol. The text of an open document wins over the disk. */
export function answerRequests(connection: Connection, files: Files): void {
  answer('defenderConnectors/describe', [], ({ uris }, token) =>
    describeFiles(uris, files, () => token.isCancellationRequested),
  );
  answer('defenderConnectors/generate', { ok: false, message: 'The template could not be generated: see the log.' }, (params) =>
    generateForEditor(params, files),
  );

  function answer<M extends keyof ServerRequests>(
    method: M,
    otherwise: Answer<M>,
    handle: (params: Params<M>, token: CancellationToken) => Promise<Answer<M>>,
  ): void {
    connection.onRequest(method, guarded<Params<M>, Answer<M>>(connection, method, otherwise, handle));
  }
}
