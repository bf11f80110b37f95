import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { issueActions, type ConnectorIssue, type IssueAction } from '../../src/core/model/health';
import { remedyOf } from '../../src/extension/health/remedies';
import { eventually, exampleUri, theExtension } from './the-extension';

const uri = () => exampleUri('contoso-development.connector.yaml');
const summary = (template: string | null) => ({ stack: { name: 's', region: 'us-east-1', template } }) as Parameters<typeof remedyOf>[2];
const issue = (action: IssueAction): ConnectorIssue => ({
  key: 'k', source: 'azure', severity: 'error', name: 'Issue', description: 'Text that nobody knows.', plans: [], remediation: { steps: [], script: null }, evidence: [], reference: null, action,
});

describe('what the health page can do about an issue', () => {
  before(() => theExtension().activate());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has a button for every action, where there is something to do it to', () => {
    for (const action of issueActions) assert.ok(remedyOf(uri(), issue(action), summary('contoso-development.template.json'))?.label, action);
    assert.equal(remedyOf(uri(), issue('openTemplate'), summary(null)), undefined);
  });

  it('opens the template of the connector', async () => {
    await remedyOf(uri(), issue('openTemplate'), summary('contoso-development.template.json'))?.run();
    await eventually(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('contoso-development.template.json') || undefined, 'the template');
  });

  it('hands the connector over as what it is, so that its account is asked to decode', async () => {
    const sent: unknown[][] = [];
    const real = vscode.commands.executeCommand;
    Object.assign(vscode.commands, { executeCommand: async (...args: unknown[]) => void sent.push(args) });
    try {
      await remedyOf(uri(), issue('decode'), undefined)?.run();
    } finally {
      Object.assign(vscode.commands, { executeCommand: real });
    }
    const [[command, error] = []] = sent as [string, { readonly connector?: unknown; readonly decode?: unknown }][];
    assert.equal(command, 'defenderConnectors.explainError');
    assert.ok(error?.connector instanceof vscode.Uri, 'a URI, and not its text');
    assert.deepEqual([error.connector.toString(), error.decode], [uri().toString(), true]);
  });

  it('opens the explanation of what the issue says', async () => {
    void remedyOf(uri(), issue('decode'), undefined)?.run(); // It goes on to ask for a profile, which nobody answers here.
    await eventually(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === 'Explanation'), 'the explanation');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });
});
