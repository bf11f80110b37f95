import * as vscode from 'vscode';
import type { AzureConnector } from '../../core/model/azure-connector';
import { issueTitle } from '../../core/health/issue-title';
import type { ConnectorIssue } from '../../core/model/health';
import { connectorFileTitle } from '../platform/connector-file';
import { azureHealth, connectorHealth, problemCounts, stackHealth, type Health } from './connector-health';
import type { AzureNode, FileNode, TreeNode } from './tree-node';

/** How a row looks and what it says. */
export interface NodeLook {
  readonly label: string;
  /** A few words: a side bar of the usual width has room for no more. The rest is in the tooltip. */
  readonly description?: string | undefined;
  /** First line of the tooltip, not spoken. */
  readonly path?: string;
  /** The rest of the tooltip, a line each. */
  readonly sentences: readonly string[];
  readonly icon: vscode.ThemeIcon;
  /** What kind of row it is, for who cannot see the icon. */
  readonly kind: string;
  /** Whether a screen reader says the sentences; else the description. */
  readonly speaksSentences?: true;
}

type Looks = { readonly [K in TreeNode['kind']]: (node: Extract<TreeNode, { kind: K }>) => NodeLook };

export const nodeLook = (node: TreeNode): NodeLook => (looks[node.kind] as (node: TreeNode) => NodeLook)(node); // the table is by kind

const looks: Looks = {
  group: ({ title, rows }) => ({ label: title, description: count(rows.length, 'connector'), sentences: [], icon: themeIcon('folder'), kind: 'Group' }),
  connector: fileLook,
  azureConnector: azureLook,
  issue: ({ issue }) => ({ label: issueTitle(issue), description: issueWords[issue.severity][0], sentences: [issue.description], icon: issueIcon(issue), kind: 'Issue', speaksSentences: true }),
  problems: ({ summary }) => ({
    label: problemCounts(summary) || 'Cannot be read',
    description: summary.firstProblem ?? undefined,
    sentences: summary.firstProblem === null ? [] : [summary.firstProblem],
    icon: healthThemeIcon(summary.errors > 0 || summary.warnings === 0 ? 'broken' : 'degraded'),
    kind: 'Problems',
  }),
  plan: ({ plan }) => ({ label: plan.label, description: count(plan.features.length, 'feature'), sentences: [], icon: themeIcon('shield'), kind: 'Plan' }),
  feature: ({ feature }) => ({ label: feature, sentences: [], icon: themeIcon('check'), kind: 'Feature' }),
  template: ({ template }) => ({ label: template.split('/').at(-1) ?? template, sentences: [`Template ${template}`], icon: themeIcon('file-code'), kind: 'Template' }),
  stack: ({ stack, look }) => {
    const { health, words, sentence } = stackHealth(look);
    const seen = look === undefined ? [] : [`Looked at ${clock(look.at)}${look.kind === 'seen' ? ` with profile ${look.profile}` : ''}.`];
    return { label: stack.name, description: words, sentences: [`Region ${stack.region}.`, sentence, ...seen], icon: healthThemeIcon(health), kind: 'Stack', speaksSentences: true };
  },
  inAzure: ({ connector }) => ({
    label: connector.key.name,
    description: `in ${connector.key.resourceGroup}`,
    sentences: placeSentences(connector),
    icon: themeIcon('azure'),
    kind: 'Connector in Azure',
    speaksSentences: true,
  }),
  members: ({ members }) => ({ label: 'Member accounts', description: String(members.length), sentences: [], icon: themeIcon('organization'), kind: 'Group' }),
};

function fileLook({ uri, entry: { summary, look }, azure, statements }: FileNode): NodeLook {
  const { health, words, sentence } = connectorHealth(summary, look, statements);
  const account = summary?.accountId == null ? [] : [`AWS account ${summary.accountId} (${summary.accountType ?? 'type unknown'}).`];
  const sentences = [...account, sentence, ...(summary?.firstProblem == null ? [] : [summary.firstProblem]), ...(azure ? [`In Azure: ${azure.key.name} in ${azure.key.resourceGroup}.`] : [])];
  return {
    label: summary?.name ?? connectorFileTitle(uri.path),
    description: words,
    path: vscode.workspace.asRelativePath(uri),
    sentences,
    icon: healthThemeIcon(health),
    kind: 'Connector',
    speaksSentences: true,
  };
}

function azureLook({ connector, statement }: AzureNode): NodeLook {
  const { health, words, sentence } = azureHealth(statement);
  const account = connector.accountId === null ? [] : [`AWS account ${connector.accountId}${membershipWords[connector.membership]}.`];
  return {
    label: connector.key.name,
    description: words,
    sentences: ['In Azure only: no file of this workspace declares it.', ...account, sentence, ...placeSentences(connector)],
    icon: statement === undefined ? themeIcon('cloud') : healthThemeIcon(health),
    kind: 'Connector',
    speaksSentences: true,
  };
}

const membershipWords: Readonly<Record<AzureConnector['membership'], string>> = { single: ' (single)', organization: ' (management)', member: ' (member)' };

const placeSentences = ({ key, location }: AzureConnector): readonly string[] => [
  `Resource group ${key.resourceGroup}, subscription ${key.subscription}${location === null ? '' : `, ${location}`}.`,
];

/** Shape and colour say the same, and the description says it in words. */
const healthIcon: Readonly<Record<Health, readonly [icon: string, colour: string]>> = {
  healthy: ['pass', 'testing.iconPassed'],
  degraded: ['warning', 'list.warningForeground'],
  broken: ['error', 'list.errorForeground'],
  busy: ['sync', 'charts.blue'],
  unknown: ['circle-outline', 'disabledForeground'],
};

const issueWords: Readonly<Record<ConnectorIssue['severity'], readonly [word: string, health: Health]>> = {
  error: ['error', 'broken'],
  warning: ['warning', 'degraded'],
  information: ['information', 'unknown'],
};

const issueIcon = ({ severity }: ConnectorIssue): vscode.ThemeIcon => (severity === 'information' ? themeIcon('info') : healthThemeIcon(issueWords[severity][1]));

/** Made once each: a tree of ten thousand rows has a handful of them. */
const icons = new Map<string, vscode.ThemeIcon>();

function healthThemeIcon(health: Health): vscode.ThemeIcon {
  const [name, colour] = healthIcon[health];
  return themeIcon(name, colour);
}

function themeIcon(name: string, colour?: string): vscode.ThemeIcon {
  const key = `${name}/${colour ?? ''}`;
  const icon = icons.get(key) ?? (colour === undefined ? new vscode.ThemeIcon(name) : new vscode.ThemeIcon(name, new vscode.ThemeColor(colour)));
  icons.set(key, icon);
  return icon;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const clock = (at: Date): string => at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
