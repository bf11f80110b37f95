import * as vscode from 'vscode';
import { answerWords } from '../../../core/onboarding/answer-words';
import { changeWords } from '../../../core/onboarding/file-words';
import type { Question } from '../../../core/onboarding/questions';
import { hasErrors } from '../../../core/onboarding/wizard-state';
import type { Copied, OnboardingPreview } from '../../../protocol/onboarding';
import { askOne, type ListItem } from './ask-list';
import type { Place } from './ask-question';
import type { Reply } from './reply';
import type { WizardWalk } from './wizard-walk';

/** What somebody wants at the end: an action on the files, or to answer a question again. */
export type ReviewWish =
  | { readonly kind: 'save'; readonly thenPreview: boolean }
  | { readonly kind: 'compare'; readonly file: number }
  | { readonly kind: 'copy'; readonly what: Copied }
  | { readonly kind: 'writeTerraform' }
  | { readonly kind: 'startOver' }
  | { readonly kind: 'form' }
  | { readonly kind: 'question'; readonly id: string };

/** Everything that was answered, what is wrong with it, and what can be done. */
export function askReview(list: readonly Question[], walk: WizardWalk, place: Place): Promise<Reply<readonly ReviewWish[]>> {
  const preview = walk.preview();
  const items = [
    ...(preview ? actions(preview, walk) : []),
    heading('Answers'),
    ...list.map((question): ListItem<ReviewWish> => ({
      label: question.title, description: answerOf(question, walk), value: { kind: 'question', id: question.id }, on: false,
    })),
  ];
  return askOne<ReviewWish>({ ...place, help: 'Choose what to do, or an answer to change', items, onChoose: () => undefined, refuse: () => Promise.resolve(undefined) });
}

function actions({ files, problems }: OnboardingPreview, walk: WizardWalk): readonly (ListItem<ReviewWish> | vscode.QuickPickItem)[] {
  const wrong = problems.map(({ severity, message, field }): ListItem<ReviewWish> => ({
    label: `$(${severity === 'error' ? 'error' : 'warning'}) ${message}`, value: { kind: 'question', id: field ?? '' }, on: false,
  }));
  const what = files.map((file) => `${file.name} ${changeWords(file)}`).join('; ');
  const save: readonly ListItem<ReviewWish>[] = hasErrors(walk.state().problems)
    ? []
    : [
        { label: '$(save) Save files', detail: what, value: { kind: 'save', thenPreview: false }, on: true },
        { label: '$(cloud-upload) Save and preview deployment', value: { kind: 'save', thenPreview: true }, on: false },
      ];
  return [
    ...(wrong.length > 0 ? [heading('To put right'), ...wrong] : []),
    ...(save.length > 0 ? [heading('Files')] : []),
    ...save,
    ...files.flatMap(({ name, status }, file): readonly ListItem<ReviewWish>[] =>
      status === 'unchanged' ? [] : [{ label: `$(diff) Compare ${name}`, value: { kind: 'compare', file }, on: false }]),
    ...(save.length > 0 ? outputs : []),
    { label: '$(window) Go on in the form', value: { kind: 'form' }, on: false },
    { label: '$(discard) Start over…', value: { kind: 'startOver' }, on: false },
  ];
}

const outputs: readonly ListItem<ReviewWish>[] = [
  { label: '$(copy) Copy AWS CLI script', value: { kind: 'copy', what: 'script-aws' }, on: false },
  { label: '$(copy) Copy PowerShell script', value: { kind: 'copy', what: 'script-powershell' }, on: false },
  { label: '$(copy) Copy az script', value: { kind: 'copy', what: 'script-az' }, on: false },
  { label: '$(copy) Copy TLS-only bucket policy…', value: { kind: 'copy', what: 'bucketPolicy' }, on: false },
  { label: '$(file-code) Write Terraform files', value: { kind: 'writeTerraform' }, on: false },
];

const heading = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator });

function answerOf({ fields, kind }: Question, walk: WizardWalk): string {
  const { answers } = walk.state();
  if (kind === 'switches') return fields.filter((field) => answerWords(field, answers) === 'on').map(({ label }) => label).join(', ') || 'none';
  if (kind === 'names') return fields.flatMap((field) => answerWords(field, answers) ?? []).join(', ') || "the catalog's";
  return answerWords(fields[0], answers) ?? '';
}
