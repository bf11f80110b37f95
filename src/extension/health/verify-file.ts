import * as vscode from 'vscode';
import { err } from '../../core/model/result';
import type { ConnectorSummary } from '../../protocol/server-requests';
import { readTextFile } from '../platform/read-text-file';
import type { Look } from './health-host';
import type { VerifyingProfile } from './verification-chunk';

export interface VerifyHost {
  readonly describe: (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>;
  /** The profile that was chosen for the account, else asks; undefined when the user turns away or the workspace is not trusted. */
  readonly credentials: (accountId: string) => Promise<VerifyingProfile | undefined>;
}

/** Verifies the connector that a file declares, as it stands in the editor. */
export const verifyFile =
  ({ describe, credentials }: VerifyHost): Look =>
  async (uri, control) => {
    const accountId = (await describe(uri))?.accountId;
    if (accountId == null) return err({ code: 'invalidInput', message: 'The connector file does not name an AWS account.', action: 'Correct the file, then verify again.' });
    const profile = await credentials(accountId);
    if (!profile) return err({ code: 'cancelled', message: 'No profile was chosen.' });
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    const text = open?.getText() ?? (await readTextFile(uri));
    if (text === undefined) return err({ code: 'notFound', message: `There is no file ${uri.fsPath} any more.`, action: 'Save the connector file, then verify again.' });
    const { verify } = await import('./verification-chunk');
    return verify({ path: uri.fsPath, text }, profile, control);
  };
