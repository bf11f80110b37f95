import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, exampleUri } from './the-extension';

const findingsOf = (uri: vscode.Uri) =>
  eventually(() => {
    const diagnostics = vscode.languages.getDiagnostics(uri);
    return diagnostics.length > 0 ? diagnostics : undefined;
  }, `diagnostics of ${uri.path}`);

describe('language features', () => {
  it('underlines the mistakes of a connector file', async () => {
    const uri = exampleUri('with-mistakes.connector.yaml');
    await vscode.window.showTextDocument(uri);
    const rules = (await findingsOf(uri)).map(({ code }) => (typeof code === 'object' ? code.value : code));
    assert.ok(rules.includes('connector/account-id'), rules.join(', '));
    assert.ok(rules.includes('connector/scan-interval'), rules.join(', '));
  });

  it('underlines the mistakes of a template', async () => {
    const uri = exampleUri('with-mistakes.template.yaml');
    await vscode.window.showTextDocument(uri);
    assert.ok((await findingsOf(uri)).every(({ source }) => source !== undefined));
  });

  it('puts a mistake right with its quick fix', async () => {
    const uri = exampleUri('with-mistakes.connector.yaml');
    const document = await vscode.workspace.openTextDocument(uri);
    const diagnostics = await findingsOf(uri);
    const interval = diagnostics.find(({ message }) => message.includes('Scan interval'));
    assert.ok(interval);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, interval.range);
    const fix = actions.find(({ title, edit }) => edit !== undefined && title === 'Scan every 12 hours');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /scanIntervalHours: 12/);
    await eventually(
      () => (vscode.languages.getDiagnostics(uri).some(({ message }) => message.includes('Scan interval')) ? undefined : true),
      'the finding to go',
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('explains what stands under the cursor', async () => {
    const uri = exampleUri('contoso-development.connector.yaml');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('agentlessScanning') + 2);
    const text = await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
      const contents = hovers.flatMap(({ contents: parts }) => parts.map((part) => (typeof part === 'string' ? part : part.value)));
      return contents.length > 0 ? contents.join('\n') : undefined;
    }, 'a hover');
    assert.match(text, /agentless/i);
  });

  it('simulates the tokens for a template and shows what decides', async () => {
    const uri = exampleUri('contoso-development.template.json');
    await vscode.window.showTextDocument(uri);
    const running = vscode.commands.executeCommand('defenderConnectors.simulateTokens', uri);
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.selection.isEmpty === false ? true : undefined;
    }, 'the role that was chosen to be selected');
    await running;
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path, uri.path);
  });

  it('leaves other YAML alone', async () => {
    const uri = exampleUri('other.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('account:\n  id: 12\nscanIntervalHours: 8\n'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, new vscode.Position(2, 3));
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
    assert.deepEqual(hovers, []);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(uri);
  });

  it('looks at a file from the moment it becomes a template', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: 'Resources:\n' });
    const editor = await vscode.window.showTextDocument(document);
    const template = new TextDecoder().decode(await vscode.workspace.fs.readFile(exampleUri('with-mistakes.template.yaml')));
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 1, 0), template));
    await findingsOf(document.uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
