import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerAt } from '../core/onboarding/answers';
import { connectorText } from '../core/onboarding/connector-text';
import { compareAccess, planEffects } from '../core/onboarding/effects';
import { fieldProblems } from '../core/onboarding/field-problems';
import { newFileName } from '../core/onboarding/file-base-name';
import { lineChanges } from '../core/onboarding/line-changes';
import { lineDiff } from '../core/onboarding/line-diff';
import { plansOf } from '../core/onboarding/plans-of';
import type { FieldProblem } from '../core/onboarding/wizard-state';
import type { OnboardingPreview, OnboardingQuestion, PlannedFile } from '../protocol/onboarding';
import { deployedFiles, type DeployedFile } from './deployed-files';
import { pathOf } from './file-names';
import type { Files } from './files';

/** The answer when there is none: nothing is said, nothing can be saved. */
export const noPreview: OnboardingPreview = {
  problems: [{ field: null, step: 'review', severity: 'error', message: 'The files could not be prepared: see the log.', line: null }],
  effects: [],
  comparison: null,
  template: { ok: false, message: 'The template could not be generated: see the log.' },
  files: [],
};

/** The files that the answers make, compared with what is there. Nothing is written. */
export async function onboardingPreview(question: OnboardingQuestion, files: Files): Promise<OnboardingPreview> {
  const { before, answers } = question;
  const path = connectorPath(question);
  if (path === undefined) return noPreview;
  const current = await files.read(path);
  const present = current.ok ? current.value : undefined;
  const text = connectorText({ text: before === null ? '' : (present ?? ''), fileName: path, before, answers });
  const problems = told([...taken(question, path, present), ...fieldProblems(text, path, answers)]);
  const deployed = await deployedFiles(path, text, problems, files);
  const connector = plannedFile('connector', path, present, text);
  const others = await Promise.all(deployed.files.map((file) => compared(file, files)));
  const chosen = plansOf(answers);
  return {
    problems,
    effects: chosen ? planEffects(chosen) : [],
    comparison: chosen ? compareAccess(chosen) : null,
    template: deployed.summary,
    files: [connector, ...others],
  };
}

export function connectorPath({ uri, folder, answers }: OnboardingQuestion): string | undefined {
  if (uri !== null) return pathOf(uri);
  const into = pathOf(folder);
  return into && join(into, newFileName(answers));
}

/** A new connector takes no other one's place. */
function taken({ uri, answers }: OnboardingQuestion, path: string, present: string | undefined): readonly FieldProblem[] {
  if (uri !== null || present === undefined || answerAt(answers, 'name') === '') return [];
  const message = `The file ${basename(path)} is there already. Choose another name, or edit that file.`;
  return [{ field: 'name', step: 'account', severity: 'error', message, line: null }];
}

/** Somebody who pastes a list of the wrong things is told of the first of them; what forbids to save comes first. */
const told = (problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  [...problems.filter(({ severity }) => severity === 'error'), ...problems.filter(({ severity }) => severity !== 'error')]
    .slice(0, mostProblems)
    .map((problem) => ({ ...problem, message: shortened(problem.message) }));

const mostProblems = 100;
const longestMessage = 1_000;
const shortened = (text: string): string => (text.length <= longestMessage ? text : `${text.slice(0, longestMessage)}…`);

async function compared({ kind, path, text }: DeployedFile, files: Files): Promise<PlannedFile> {
  const present = await files.read(path);
  return plannedFile(kind, path, present.ok ? present.value : undefined, text);
}

const plannedFile = (kind: PlannedFile['kind'], path: string, present: string | undefined, text: string): PlannedFile => ({
  kind,
  uri: pathToFileURL(path).href,
  name: basename(path),
  text,
  status: present === undefined ? 'new' : present === text ? 'unchanged' : 'changed',
  ...lineChanges(present ?? '', text),
  diff: present === undefined ? [] : lineDiff(present, text).map(({ kind: how, text: line }) => ({ kind: how, text: line.slice(0, longestLine) })),
});

/** A template without line breaks is one line: its beginning says enough, and a button shows all of it. */
const longestLine = 400;
