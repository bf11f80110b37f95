import * as vscode from 'vscode';
import { azureSession, type AzureSession } from '../../src/extension/azure/azure-session';
import { tenant, type AzureCloud } from '../sandbox/azure/azure-cloud';

/** Azure as the extension has it, on a sandbox; who is signed in says the test. */
export const standInSession = (cloud: AzureCloud, isSignedIn: () => boolean = () => true): AzureSession =>
  azureSession({
    signIn: {
      onDidChange: new vscode.EventEmitter<void>().event,
      account: async () => (isSignedIn() ? 'somebody@contoso.com' : undefined),
      // Without a tenant the account's home is meant.
      tokens: () => ({ token: (request) => cloud.tokenPort.token({ ...request, tenant: request.tenant || tenant }) }),
      dispose: () => undefined,
    },
    memory: { get: () => undefined, set: async () => undefined },
    loadChunk: () => import('../../src/extension/azure/azure-chunk'),
    tell: () => undefined,
    env: { DEFENDER_CONNECTORS_ARM_ENDPOINT: cloud.sandbox.endpoint },
  });
