import type { Uri } from 'vscode';

/** What a command may be given: the tree passes its node, the editor title a uri, the palette nothing. */
export type ConnectorArgument = Uri | { readonly uri: Uri } | string | undefined;

/** A row of the Deployments view, of which only the id is believed. */
export type DeploymentArgument = { readonly operation?: { readonly id: string } } | undefined;

/** What is to be explained: a text, or a row of the Deployments view, which passes itself. */
export type ErrorArgument =
  | string
  | { readonly text: string; readonly connector?: Uri; readonly decode?: boolean }
  | { readonly event: { readonly reason: string | null }; readonly operation: { readonly connectorFile: string | null } }
  | undefined;

/** Every command this extension contributes, with its arguments. */
export interface Commands {
  'defenderConnectors.addAccount': [];
  'defenderConnectors.addAccountByQuestions': [];
  'defenderConnectors.importConnector': [];
  'defenderConnectors.editInWizard': [connector?: ConnectorArgument];
  'defenderConnectors.editByQuestions': [connector?: ConnectorArgument];
  'defenderConnectors.newConnector': [];
  'defenderConnectors.openConnector': [connector?: ConnectorArgument];
  'defenderConnectors.generateTemplate': [connector?: ConnectorArgument];
  'defenderConnectors.previewDeployment': [connector?: ConnectorArgument];
  'defenderConnectors.deployConnector': [connector?: ConnectorArgument];
  'defenderConnectors.deployOtherTemplate': [connector?: ConnectorArgument];
  'defenderConnectors.refreshConnector': [connector?: ConnectorArgument];
  'defenderConnectors.refreshConnectors': [];
  'defenderConnectors.filterConnectors': [];
  'defenderConnectors.clearFilter': [];
  'defenderConnectors.groupConnectors': [];
  'defenderConnectors.checkDrift': [connector?: ConnectorArgument];
  'defenderConnectors.rollBackStack': [connector?: ConnectorArgument];
  'defenderConnectors.continueRollback': [connector?: ConnectorArgument];
  'defenderConnectors.deleteStack': [connector?: ConnectorArgument];
  'defenderConnectors.chooseProfile': [connector?: ConnectorArgument];
  'defenderConnectors.chooseRegion': [connector?: ConnectorArgument];
  'defenderConnectors.showCoverage': [];
  'defenderConnectors.showHealth': [connector?: ConnectorArgument];
  'defenderConnectors.verifyConnector': [connector?: ConnectorArgument];
  'defenderConnectors.simulateTokens': [template?: Uri | string];
  'defenderConnectors.explainError': [error?: ErrorArgument];
  'defenderConnectors.requireTls': [];
  'defenderConnectors.signInToAzure': [];
  'defenderConnectors.selectSubscriptions': [];
  'defenderConnectors.openDeployment': [deployment?: DeploymentArgument];
  'defenderConnectors.followDeployment': [deployment?: DeploymentArgument];
  'defenderConnectors.copyDeployment': [deployment?: DeploymentArgument];
  'defenderConnectors.exportDeployment': [deployment?: DeploymentArgument];
  'defenderConnectors.forgetDeployment': [deployment?: DeploymentArgument];
  'defenderConnectors.clearDeployments': [];
  'defenderConnectors.writeConnectorToAzure': [connector?: ConnectorArgument];
  'defenderConnectors.importConnectorFromAzure': [];
  'defenderConnectors.deleteConnectorInAzure': [connector?: ConnectorArgument];
  'defenderConnectors.restartServer': [];
  'defenderConnectors.showLog': [];
}

export type CommandId = keyof Commands;

const commands: Readonly<Record<CommandId, true>> = {
  'defenderConnectors.addAccount': true,
  'defenderConnectors.addAccountByQuestions': true,
  'defenderConnectors.importConnector': true,
  'defenderConnectors.editInWizard': true,
  'defenderConnectors.editByQuestions': true,
  'defenderConnectors.newConnector': true,
  'defenderConnectors.openConnector': true,
  'defenderConnectors.generateTemplate': true,
  'defenderConnectors.previewDeployment': true,
  'defenderConnectors.deployConnector': true,
  'defenderConnectors.deployOtherTemplate': true,
  'defenderConnectors.refreshConnector': true,
  'defenderConnectors.refreshConnectors': true,
  'defenderConnectors.filterConnectors': true,
  'defenderConnectors.clearFilter': true,
  'defenderConnectors.groupConnectors': true,
  'defenderConnectors.checkDrift': true,
  'defenderConnectors.rollBackStack': true,
  'defenderConnectors.continueRollback': true,
  'defenderConnectors.deleteStack': true,
  'defenderConnectors.chooseProfile': true,
  'defenderConnectors.chooseRegion': true,
  'defenderConnectors.showCoverage': true,
  'defenderConnectors.showHealth': true,
  'defenderConnectors.verifyConnector': true,
  'defenderConnectors.simulateTokens': true,
  'defenderConnectors.explainError': true,
  'defenderConnectors.requireTls': true,
  'defenderConnectors.signInToAzure': true,
  'defenderConnectors.selectSubscriptions': true,
  'defenderConnectors.openDeployment': true,
  'defenderConnectors.followDeployment': true,
  'defenderConnectors.copyDeployment': true,
  'defenderConnectors.exportDeployment': true,
  'defenderConnectors.forgetDeployment': true,
  'defenderConnectors.clearDeployments': true,
  'defenderConnectors.writeConnectorToAzure': true,
  'defenderConnectors.importConnectorFromAzure': true,
  'defenderConnectors.deleteConnectorInAzure': true,
  'defenderConnectors.restartServer': true,
  'defenderConnectors.showLog': true,
};

/** A unit test holds `package.json` to this list. */
export const commandIds = Object.keys(commands);

/** Settings by their key under `defenderConnectors.`, with the value each has when nobody sets it. */
export const settingDefaults = {
  profile: '',
  azureRefreshMinutes: 30,
  notifyHealthChanges: false,
} as const satisfies Readonly<Record<string, string | number | boolean>>;

/** Settings that only the language server reads. */
export const serverSettingDefaults = { rules: {} } as const;

export const viewIds = { connectors: 'defenderConnectors.connectors', deployments: 'defenderConnectors.deployments' } as const;

export const pageTypes = { deployment: 'defenderConnectors.deployment', onboarding: 'defenderConnectors.onboarding', health: 'defenderConnectors.health', coverage: 'defenderConnectors.coverage' } as const;

/** Not restored with its window: the text can be explained again. */
export const explanationPage = 'defenderConnectors.explanation';

/** Glob of connector files, one for watching, finding and selecting. */
export const connectorGlob = '**/*.connector.{yaml,yml,json}';
