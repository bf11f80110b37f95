import * as vscode from 'vscode';
import type { NameConflict } from '../../core/plan/preflight-check';

/** Another name for a role or a policy; undefined when the user turns away. Length and characters: IAM. */
export const askNewName = ({ name, choices }: NameConflict): Promise<string | undefined> =>
  Promise.resolve(
    vscode.window.showInputBox({
      title: `Another name instead of ${name}`,
      prompt: 'Write the same name under roles in the connector file, so that Azure is told it, too.',
      value: choices.find(({ kind }) => kind === 'rename')?.suggestion ?? '',
      validateInput: (value) => (/^[\w+=,.@-]{1,64}$/.test(value.trim()) ? undefined : 'A name has 1 to 64 letters, digits or + = , . @ - _'),
    }),
  ).then((answer) => answer?.trim());
