import * as vscode from 'vscode';
import { templateUrlMistake } from '../../core/plan/template-source';

/** Where a template that a request cannot carry is to come from. */
export type TemplatePlace = { readonly kind: 'upload' } | { readonly kind: 'url'; readonly url: string };

export interface TooLarge {
  /** How large the template is and what a request takes. */
  readonly reason: string;
  /** What an upload would do, in its order; empty when the template lies there already. Null when it cannot be done. */
  readonly steps: readonly string[] | null;
  readonly bucket: string;
}

/** Undefined when the user turns away. Nothing is made in AWS before the dialog has been answered. */
export async function chooseTemplatePlace({ reason, steps, bucket }: TooLarge): Promise<TemplatePlace | undefined> {
  if (steps === null) return askUrl(reason);
  const upload = { label: `$(cloud-upload) Upload to bucket ${bucket}`, detail: steps.join(' ') || 'It lies there already.' };
  const own = { label: '$(link) Give the address of my own upload…', detail: 'An object in an S3 bucket of yours in the region of the stack.' };
  const chosen = await vscode.window.showQuickPick([upload, own], { title: 'Template too large for a request', placeHolder: reason, ignoreFocusOut: true });
  if (chosen === own) return askUrl(reason);
  return chosen === upload && (steps.length === 0 || (await confirm(steps))) ? { kind: 'upload' } : undefined;
}

async function confirm(steps: readonly string[]): Promise<boolean> {
  const go = 'Upload';
  const detail = steps.map((step) => `• ${step}`).join('\n');
  return (await vscode.window.showWarningMessage('Put the template into S3?', { modal: true, detail }, go)) === go;
}

async function askUrl(reason: string): Promise<TemplatePlace | undefined> {
  const url = await vscode.window.showInputBox({
    title: 'Template too large for a request',
    prompt: `${reason} Upload the template file as it is to an S3 bucket of yours in the region of the stack; then give its address here.`,
    placeHolder: 'https://bucket.s3.region.amazonaws.com/template.json',
    ignoreFocusOut: true, // one uploads it meanwhile
    validateInput: (value) => templateUrlMistake(value.trim()),
  });
  return url === undefined ? undefined : { kind: 'url', url: url.trim() };
}
