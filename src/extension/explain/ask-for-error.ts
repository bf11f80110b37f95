import * as vscode from 'vscode';

/** The text to explain: what is selected in the editor, else what is in the clipboard, else what is typed. Undefined when the user turns away. */
export async function askForError(): Promise<string | undefined> {
  const selected = selection();
  const copied = (await vscode.env.clipboard.readText()).trim();
  const items = [
    ...(selected === '' ? [] : [item('Selected text', selected, 'selection')]),
    ...(copied === '' || copied === selected ? [] : [item('Clipboard', copied, 'clippy')]),
    { label: 'Type or paste an error…', iconPath: new vscode.ThemeIcon('edit'), text: undefined },
  ];
  if (items.length === 1) return type();
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Explain an error',
    placeHolder: 'Which text? From AWS, CloudFormation, CloudTrail or Azure, as prose or as JSON',
  });
  return chosen && (chosen.text ?? type());
}

function selection(): string {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection).trim() : '';
}

const item = (label: string, text: string, icon: string) => ({
  label,
  description: text.replace(/\s+/g, ' ').slice(0, 120),
  iconPath: new vscode.ThemeIcon(icon),
  text: text as string | undefined,
});

const type = (): Promise<string | undefined> =>
  Promise.resolve(
    vscode.window.showInputBox({
      title: 'Explain an error',
      prompt: 'Paste the text of an error: of AWS, CloudFormation, CloudTrail or Azure, as prose or as JSON.',
      placeHolder: 'Role with name CspmMonitorAws already exists.',
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? 'Paste the text of an error.' : undefined),
    }),
  );
