import * as vscode from 'vscode';
import { tlsOnlyBucketPolicy } from '../../core/generate/bucket-policy';
import type { OutputKind } from '../../core/generate/output-kinds';
import type { Copied, OnboardingOutput } from '../../protocol/onboarding';

const titles: Readonly<Record<Copied, string>> = {
  'script-aws': 'The script for the AWS command line',
  'script-powershell': 'The script for AWS Tools for PowerShell',
  'script-az': 'The script for the Azure command line',
  arm: 'The body of the connector in Azure',
  bucketPolicy: 'The bucket policy',
};

/** Puts a script, the connector's body or a bucket policy on the clipboard. Scripts ask before they change anything. */
export async function copyOutput(what: Copied, output: (kind: OutputKind) => Promise<OnboardingOutput>): Promise<void> {
  const text = what === 'bucketPolicy' ? await bucketPolicy() : await textOf(what, output);
  if (text === undefined) return;
  await vscode.env.clipboard.writeText(text.copied);
  void vscode.window.showInformationMessage([`${titles[what]} is on the clipboard.`, ...text.notes].join(' '));
}

interface Text {
  readonly copied: string;
  readonly notes: readonly string[];
}

async function textOf(what: OutputKind, output: (kind: OutputKind) => Promise<OnboardingOutput>): Promise<Text | undefined> {
  const made = await output(what);
  const [file] = made.ok ? made.files : [];
  if (made.ok && file) return { copied: file.text, notes: made.notes };
  await vscode.window.showWarningMessage(`Nothing was copied. ${made.ok ? 'There is nothing to copy.' : made.message}`);
  return undefined;
}

async function bucketPolicy(): Promise<Text | undefined> {
  const bucket = await vscode.window.showInputBox({
    title: 'Bucket policy that refuses requests without TLS',
    prompt: 'Name of the S3 bucket that keeps the template',
    placeHolder: 'cf-templates-…-us-east-1',
    ignoreFocusOut: true,
    validateInput: (name) => (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) ? undefined : 'A bucket has 3 to 63 lower-case letters, digits, hyphens and periods, with a letter or digit at both ends.'),
  });
  if (bucket === undefined) return undefined;
  const notes = ['Put it in force under Permissions of the bucket. Statements that the bucket has already have to stay.'];
  return { copied: `${JSON.stringify(tlsOnlyBucketPolicy(bucket), null, 2)}\n`, notes };
}
