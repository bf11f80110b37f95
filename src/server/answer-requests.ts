import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import type { ServerRequests } from '../protocol/server-requests';
import { describeFiles } from './describe-files';
import type { Files } from './files';
import { generateForEditor } from './generate-for-editor';
import { guarded } from './guarded';
import { onboardingAnswers } from './onboarding-answers';
import { onboardingImport } from './onboarding-import';
import { onboardingOutput } from './onboarding-output';
import { noPreview, onboardingPreview } from './onboarding-preview';
import { simulateForEditor } from './simulate-for-editor';

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
  answer('defenderConnectors/simulate', { ok: false, message: 'The tokens could not be simulated: see the log.' }, ({ uri }) => simulateForEditor(uri, files));
  answer('defenderConnectors/onboardingAnswers', { ok: false, message: 'The file could not be read: see the log.' }, ({ uri }) =>
    onboardingAnswers(uri, files),
  );
  answer('defenderConnectors/onboardingPreview', noPreview, (question) => onboardingPreview(question, files));
  answer('defenderConnectors/onboardingImport', { ok: false, message: 'The connector could not be read: see the log.' }, (question) =>
    Promise.resolve(onboardingImport(question)),
  );
  answer('defenderConnectors/onboardingOutput', { ok: false, message: 'It could not be generated: see the log.' }, (question) => onboardingOutput(question, files));

  function answer<M extends keyof ServerRequests>(
    method: M,
    otherwise: Answer<M>,
    handle: (params: Params<M>, token: CancellationToken) => Promise<Answer<M>>,
  ): void {
    connection.onRequest(method, guarded<Params<M>, Answer<M>>(connection, method, otherwise, handle));
  }
}
