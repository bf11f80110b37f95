import * as vscode from 'vscode';
import { templateUrlMistake } from '../../core/plan/template-source';

/** `tooLarge` says how large the template is and what a request takes. */
export const askTemplateUrl = (tooLarge: string): Promise<string | undefined> =>
  Promise.resolve(
    vscode.window.showInputBox({
      title: 'Template too large for a request',
      prompt: `${tooLarge} Upload the template file as it is to an S3 bucket of yours in the region of the stack; then give its address here.`,
      placeHolder: 'https://bucket.s3.region.amazonaws.com/template.json',
      ignoreFocusOut: true, // one uploads it meanwhile
      validateInput: (value) => templateUrlMistake(value.trim()),
    }),
  );
