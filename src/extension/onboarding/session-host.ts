import type * as vscode from 'vscode';
import type { ServerRequests } from '../../protocol/server-requests';
import type { GeneratedDocuments } from '../platform/generated-documents';
import { lookUpsFor, type LookUpsHost } from './look-ups-for';
import type { SessionHost } from './wizard-subject';

/** What the extension gives to its wizards. */
export interface WizardHost extends LookUpsHost {
  readonly request: <M extends keyof ServerRequests>(method: M, params: ServerRequests[M][0]) => Promise<ServerRequests[M][1]>;
}

export interface SessionParts extends Pick<SessionHost, 'keep'> {
  readonly documents: GeneratedDocuments;
  readonly folder: vscode.Uri;
}

export const sessionHost = (host: WizardHost, { documents, folder, keep }: SessionParts): SessionHost => ({
  preview: (question) => host.request('defenderConnectors/onboardingPreview', question),
  output: (question, kind) => host.request('defenderConnectors/onboardingOutput', { question, kind }),
  documents,
  lookUps: lookUpsFor(host, folder),
  keep,
  onBug: (error) => host.log.error(error instanceof Error ? error : String(error)),
});
