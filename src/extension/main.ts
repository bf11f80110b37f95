import * as vscode from 'vscode';
import { registerAzure } from './azure/register-azure';
import { registerConnectors } from './connectors/register-connectors';
import { registerDeployment } from './deployment/register-deployment';
import { registerExplain } from './explain/register-explain';
import { registerLanguage } from './language/register-language';
import { registerOnboarding } from './onboarding/register-onboarding';
import { commandRegistrar } from './platform/register-command';

/** Registers what VS Code may call. The language client and AWS code are loaded when somebody first needs them. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Defender Connectors', { log: true });
  context.subscriptions.push(log);
  const register = commandRegistrar(log);

  const server = registerLanguage({ context, log, register });
  const generate = (uri: string) => server.request('defenderConnectors/generate', { uri });
  const describe = (uris: readonly string[]) => server.request('defenderConnectors/describe', { uris });

  const store = registerConnectors({
    context,
    log,
    register,
    describe,
    generate,
    lookUp: (summary, ask) => deployment.lookUp(summary, ask),
  });

  const deployment = registerDeployment({
    context,
    log,
    register,
    describe: async (uri) => (await describe([uri.toString()]))[0],
    summaryOf: (uri) => store.entry(uri)?.summary,
    generate,
    onStack: (uri, look) => store.setLook(uri, look),
    isTrusted: () => vscode.workspace.isTrusted,
  });

  registerOnboarding({
    context,
    log,
    register,
    request: (method, params) => server.request(method, params),
    lookAtAccount: (tenant) => deployment.lookAtAccount(tenant),
  });

  registerExplain({ context, register });
  registerAzure({ context, log, register, isTrusted: () => vscode.workspace.isTrusted });

  // A server that comes back after a crash owes the tree what it could not say.
  context.subscriptions.push(server.onDidChangeState((state) => void (state === 'running' && store.rereadUnread())));
}
