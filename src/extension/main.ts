import * as vscode from 'vscode';
import { registerAzure } from './azure/register-azure';
import { registerConnectors } from './connectors/register-connectors';
import { registerCoverage } from './coverage/register-coverage';
import { registerDeployment } from './deployment/register-deployment';
import { registerExplain } from './explain/register-explain';
import { azureOfHealth } from './health/azure-of-health';
import { registerHealth } from './health/register-health';
import { remedyOf } from './health/remedies';
import { verifyFile } from './health/verify-file';
import { registerLanguage } from './language/register-language';
import { registerOnboarding } from './onboarding/register-onboarding';
import { healthStatements } from './platform/health-statements';
import { commandRegistrar } from './platform/register-command';

/** Registers what VS Code may call. The language client and AWS code are loaded when somebody first needs them. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Defender Connectors', { log: true });
  context.subscriptions.push(log);
  const register = commandRegistrar(log);

  const server = registerLanguage({ context, log, register });
  const generate = (uri: string) => server.request('defenderConnectors/generate', { uri });
  const describe = (uris: readonly string[]) => server.request('defenderConnectors/describe', { uris });

  const describeOne = async (uri: vscode.Uri) => (await describe([uri.toString()]))[0];

  const isTrusted = () => vscode.workspace.isTrusted;
  const azure = registerAzure({ context, log, register, isTrusted, describe: describeOne });
  const statements = healthStatements(context.workspaceState);
  context.subscriptions.push(statements);

  const store = registerConnectors({
    context,
    log,
    register,
    describe,
    generate,
    lookUp: (summary, ask) => deployment.lookUp(summary, ask),
    azure,
    statements,
  });

  const deployment = registerDeployment({
    context,
    log,
    register,
    describe: describeOne,
    summaryOf: (uri) => store.entry(uri)?.summary,
    generate,
    onStack: (uri, look) => store.setLook(uri, look),
    isTrusted,
  });

  registerOnboarding({
    context,
    log,
    register,
    request: (method, params) => server.request(method, params),
    lookAtAccount: (tenant) => deployment.lookAtAccount(tenant),
    azure,
  });

  registerExplain({ context, log, register, describe: describeOne, deployment });
  const azureHealth = azureOfHealth(azure, async (uri) => store.entry(uri)?.summary ?? (await describeOne(uri)));
  context.subscriptions.push(azureHealth);
  registerHealth({
    context,
    log,
    register,
    statements,
    known: (uri) => ({ summary: store.entry(uri)?.summary, look: store.entry(uri)?.look }),
    onDidChangeKnown: store.onDidChange,
    lookAtStack: async (uri) => void (await vscode.commands.executeCommand('defenderConnectors.refreshConnector', uri)),
    verify: verifyFile({ describe: describeOne, credentials: (accountId) => deployment.credentials(accountId) }),
    azure: azureHealth,
    fixOf: (uri, issue) => remedyOf(uri, issue, store.entry(uri)?.summary),
    isTrusted,
  });

  registerCoverage({ context, log, register, azure, onDidChangeFiles: store.onDidChange });

  // A server that comes back after a crash owes the tree what it could not say.
  context.subscriptions.push(server.onDidChangeState((state) => void (state === 'running' && store.rereadUnread())));
}
