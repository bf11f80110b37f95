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

  it('opens the explanation of what the issue says', async () => {
    void remedyOf(uri(), issue('decode'), undefined)?.run(); // It goes on to ask for a profile, which nobody answers here.
    await eventually(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === 'Explanation'), 'the explanation');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });
});
