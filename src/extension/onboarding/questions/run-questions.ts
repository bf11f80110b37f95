import * as vscode from 'vscode';
import { accountWords, providerWords } from '../../../core/onboarding/account-look';
import { answerAt } from '../../../core/onboarding/answers';
import type { OnboardingForm } from '../../../core/onboarding/form';
import { asks, questions, type Question } from '../../../core/onboarding/questions';
import { hasErrors } from '../../../core/onboarding/wizard-state';
import { draftToKeep } from '../draft-memory';
import { questionOf, type SessionHost, type WizardSubject } from '../wizard-subject';
import { confirmStartingOver } from '../confirm-starting-over';
import { copyOutput } from '../copy-output';
import { compareFile, showWritten, writeFiles, writeTerraform } from '../wizard-actions';
import { askQuestion, type Place } from './ask-question';
import { askReview, type ReviewWish } from './ask-review';
import type { Reply } from './reply';
import { wizardWalk, type WizardWalk } from './wizard-walk';

export interface QuestionsHost extends SessionHost {
  readonly form: OnboardingForm;
  /** Goes on with the same answers in the form. */
  readonly openForm: () => Promise<void>;
}

/** Where the walk is: at a question by its id, or at the review of all answers. */
type Stop = Halt | 'end';

interface Halt {
  readonly at: string;
  /** Chosen from the review: its answer leads back there. */
  readonly thenReview: boolean;
}

const review: Stop = { at: 'review', thenReview: false };
const at = (id: string): Stop => ({ at: id, thenReview: false });

/** The wizard by VS Code's own lists and boxes, one question after the other: the same answers, checks and files as the form. */
export async function runQuestions(subject: WizardSubject, host: QuestionsHost): Promise<void> {
  const { form } = host;
  const walk = wizardWalk(subject.draft, {
    preview: (draft) => host.preview(questionOf(subject, draft)),
    keep: (draft) => host.keep(draftToKeep(draft, subject.afresh)),
  });
  await walk.check();
  let stop = firstStop(form, walk);
  while (stop !== 'end') {
    const { at: id, thenReview }: Halt = stop;
    const list = questionsOf(form, walk);
    const index = list.findIndex((each) => each.id === id);
    const question = list[index];
    stop = question ? await atQuestion({ form, host, walk, list, index, question, thenReview }) : await atReview({ subject, host, walk, list });
  }
}

const questionsOf = ({ fields }: OnboardingForm, walk: WizardWalk): readonly Question[] =>
  questions(fields, walk.state().answers, new Set(walk.preview()?.effects.flatMap(({ roles }) => roles.map(({ id }) => id))));

/** Where the draft was left: the beginning of its step, or a question before it that is still wrong. */
function firstStop(form: OnboardingForm, walk: WizardWalk): Stop {
  const { step, problems, answers } = walk.state();
  const list = questionsOf(form, walk);
  if (step === 'review') return review;
  const start = list.findIndex((question) => question.step === step);
  const wrong = list.slice(0, start).find((question) => problems.some(({ field, severity }) => severity === 'error' && asks(question, field)));
  const open = list.slice(start).find((question) => question.step === step && question.fields.some(({ id, missing }) => missing !== null && answerAt(answers, id) === ''));
  const first = wrong ?? open ?? list[start];
  return first ? at(first.id) : review;
}

/** The draft remembers the step, for the form as for the next time. */
function goToStep(walk: WizardWalk, step: Question['step'] | 'review'): void {
  walk.apply({ type: 'wentTo', step });
}

interface AtQuestion {
  readonly form: OnboardingForm;
  readonly host: QuestionsHost;
  readonly walk: WizardWalk;
  readonly list: readonly Question[];
  readonly index: number;
  readonly question: Question;
  readonly thenReview: boolean;
}

async function atQuestion(given: AtQuestion): Promise<Stop> {
  const { form, host, walk, list, index, question, thenReview } = given;
  goToStep(walk, question.step);
  const place = placeOf(walk, {
    title: question.title, step: index + 1, total: list.length + 1, canGoBack: index > 0 || thenReview, lookUp: lookUpLabel(question, host),
  });
  const reply: Reply<unknown> = await askQuestion(question, walk, place, form.regions);
  switch (reply.kind) {
    case 'closed':
      return 'end';
    case 'back':
      return thenReview ? review : at(list[index - 1]?.id ?? question.id);
    case 'lookUp':
      await takeFound(question.id, walk, host);
      return { at: question.id, thenReview };
    case 'answer':
      await walk.check();
      return thenReview ? review : following(given);
  }
}

const lookUpLabel = ({ id, kind }: Question, { lookUps }: QuestionsHost): string | null => (kind === 'text' ? (lookUps[id]?.label ?? null) : null);

/** An answer may open other questions or close them: the next is looked for in the list as it is now. */
function following({ form, walk, question }: AtQuestion): Stop {
  const list = questionsOf(form, walk);
  const next = list[list.findIndex(({ id }) => id === question.id) + 1];
  return next ? at(next.id) : review;
}

/** Here the button says what is wanted: what was found takes the place of what was typed, and a difference is told. */
async function takeFound(field: string, walk: WizardWalk, { lookUps }: QuestionsHost): Promise<void> {
  const typed = String(answerAt(walk.state().answers, 'account.id') ?? '');
  const found = await lookUps[field]?.find(walk.state().answers);
  if (!found) return;
  walk.apply({ type: 'found', ...found });
  if (!found.account) return;
  walk.apply({ type: 'answered', field: 'account.id', value: found.account.accountId });
  void vscode.window.showInformationMessage([accountWords(found.account, typed), ...providerWords(found.account)].join(' '));
}

interface AtReview {
  readonly subject: WizardSubject;
  readonly host: QuestionsHost;
  readonly walk: WizardWalk;
  readonly list: readonly Question[];
}

async function atReview(given: AtReview): Promise<Stop> {
  const { walk, list } = given;
  await walk.check();
  goToStep(walk, 'review');
  const reply = await askReview(list, walk, placeOf(walk, { title: 'Review and generate', step: list.length + 1, total: list.length + 1, canGoBack: list.length > 0, lookUp: null }));
  if (reply.kind === 'back') return at(list.at(-1)?.id ?? 'review');
  if (reply.kind !== 'answer') return 'end';
  const [wish] = reply.value;
  return wish ? carryOut(wish, given) : review;
}

async function carryOut(wish: ReviewWish, { subject, host, walk, list }: AtReview): Promise<Stop> {
  const question = questionOf(subject, walk.state());
  switch (wish.kind) {
    case 'question':
      return { at: list.find((question) => question.id === wish.id || asks(question, wish.id))?.id ?? 'review', thenReview: true };
    case 'form':
      await host.openForm();
      return 'end';
    case 'compare':
      await compareFile(await host.preview(question), wish.file, host.documents);
      return 'end';
    case 'copy':
      await copyOutput(wish.what, (kind) => host.output(question, kind));
      return review;
    case 'writeTerraform':
      await writeTerraform(await host.output(question, 'terraform'), subject.folder);
      return 'end';
    case 'startOver':
      return startOver(subject, host);
    case 'save':
      return save(wish.thenPreview, { subject, host, walk, list });
  }
}

async function startOver(subject: WizardSubject, host: QuestionsHost): Promise<Stop> {
  if (!(await confirmStartingOver())) return review;
  host.keep(undefined);
  await runQuestions({ ...subject, draft: subject.afresh }, host);
  return 'end';
}

async function save(thenPreview: boolean, { subject, host, walk }: AtReview): Promise<Stop> {
  const written = hasErrors(walk.state().problems) ? undefined : await writeFiles(await host.preview(questionOf(subject, walk.state())));
  if (!written) return review;
  host.keep(undefined);
  await showWritten(written, thenPreview);
  return 'end';
}

const placeOf = (walk: WizardWalk, place: Place): Place => ({
  ...place,
  title: `${walk.state().before === null ? 'Add AWS account' : 'Edit connector'}: ${place.title}`,
});
