import * as vscode from 'vscode';
import type { Asking, Reply } from './reply';
import { showInput } from './show-input';

export interface TextAsking extends Asking {
  readonly value: string;
  readonly placeholder: string;
  /** Called with each change, so that what is wrong shows while somebody types. */
  readonly onType: (text: string) => Promise<string | undefined>;
}

export function askText(asking: TextAsking): Promise<Reply<string>> {
  const box = vscode.window.createInputBox();
  box.value = asking.value;
  box.prompt = asking.help;
  box.placeholder = asking.placeholder;
  const tell = (wrong: string | undefined) => (box.validationMessage = wrong);
  box.onDidChangeValue(async (text) => {
    const wrong = await asking.onType(text).catch(() => undefined); // Enter asks again, and tells what failed.
    if (text === box.value) tell(wrong);
  });
  return showInput(box, asking, { onDidAccept: box.onDidAccept, onDidTriggerButton: box.onDidTriggerButton, take: () => box.value, tell });
}
