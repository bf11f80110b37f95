import * as vscode from 'vscode';

/**
 * Shows a remediation script in an editor, and only then offers a terminal. A script comes from a cloud's answer: one
 * line is typed without the Enter key, and several lines, which a terminal would run one by one, stay in the editor.
 */
export async function showScript(name: string, script: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'shellscript', content: `${script.trimEnd()}\n` });
  await vscode.window.showTextDocument(document, { preview: false });
  const lines = script.trim().split(/\r\n|\r|\n/);
  const open = 'Open terminal';
  const [line = ''] = lines;
  const isOneLine = lines.length === 1 && isPlain(line);
  const what = isOneLine ? 'It will be typed there, and runs when you press Enter.' : 'Save or copy the script, then run it yourself.';
  const message = `Read this script before you run it: ${name}. It runs with the credentials of your terminal. ${what}`;
  if ((await vscode.window.showWarningMessage(message, open)) !== open) return;
  const terminal = vscode.window.createTerminal('Remediation');
  terminal.show();
  if (isOneLine) terminal.sendText(line, false);
}

/** Nothing that a terminal would take for a key: a control character could press Enter. */
const isPlain = (line: string): boolean => !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(line);
