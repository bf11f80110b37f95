import type { Severity } from '../model/finding';
import { sameJson, type Json } from '../model/json';
import type { AccountLook, FoundAnswer } from './account-look';
import { answerAt, withAnswer, type Answers } from './answers';
import { fileBaseName } from './file-base-name';
import { stepIds, type StepId } from './steps';

/** Something wrong with the file as it would be written. */
export interface FieldProblem {
  /** Path of the field, or null where none stands for it. */
  readonly field: string | null;
  readonly step: StepId;
  readonly severity: Severity;
  readonly message: string;
  /** Line of the connector file, counted from 0; null where the file has none for it. */
  readonly line: number | null;
}

/** What survives closing the page. */
export interface WizardDraft {
  /** What the file said when the wizard opened it; null for a new file. */
  readonly before: Answers | null;
  readonly answers: Answers;
  readonly step: StepId;
  /** Fields that were left once: their problems are shown. */
  readonly touched: readonly string[];
  /** Steps that somebody tried to leave: all their problems are shown. */
  readonly tried: readonly StepId[];
}

export interface WizardState extends WizardDraft {
  /** Counts the changes of the answers, so that a late check is not taken for the present one. */
  readonly revision: number;
  readonly problems: readonly FieldProblem[];
  /** The revision that the problems belong to; -1 before the first check. */
  readonly checked: number;
  /** A step to go to as soon as the present answers are checked. */
  readonly leavingFor: StepId | null;
  /** Counts the times that errors held somebody back. */
  readonly refusals: number;
  /** What was found in AWS since the wizard was opened. */
  readonly account: AccountLook | null;
}

export type WizardEvent =
  | { readonly type: 'answered'; readonly field: string; readonly value: Json | undefined }
  | { readonly type: 'left'; readonly field: string }
  | { readonly type: 'found'; readonly answers: readonly FoundAnswer[]; readonly account: AccountLook | null }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  | { readonly type: 'wentTo'; readonly step: StepId }
  | { readonly type: 'checked'; readonly revision: number; readonly problems: readonly FieldProblem[] };

export const startWizard = (draft: WizardDraft): WizardState => ({ ...draft, revision: 0, problems: [], checked: -1, leavingFor: null, refusals: 0, account: null });

/** The whole wizard, without a page. Events that make no sense leave the state as it is. */
export function next(state: WizardState, event: WizardEvent): WizardState {
  switch (event.type) {
    case 'answered':
      return answered(state, event.field, event.value);
    case 'left':
      return state.touched.includes(event.field) ? state : { ...state, touched: [...state.touched, event.field] };
    case 'found':
      return found(state, event.answers, event.account);
    case 'next':
      return leave(state, stepIds[stepIds.indexOf(state.step) + 1]);
    case 'back':
      return moved(state, stepIds[stepIds.indexOf(state.step) - 1]);
    case 'wentTo':
      return leave(state, event.step);
    case 'checked':
      return checked(state, event.revision, event.problems);
  }
}

/** Problems that are shown now: nobody is told of a mistake in a field that was not reached yet. */
export const shownProblems = ({ problems, touched, tried }: WizardState): readonly FieldProblem[] =>
  problems.filter(({ field, step }) => tried.includes(step) || (field !== null && touched.includes(field)));

export const hasErrors = (problems: readonly FieldProblem[], step?: StepId): boolean =>
  problems.some((problem) => problem.severity === 'error' && (step === undefined || problem.step === step));

function answered(state: WizardState, field: string, value: Json | undefined): WizardState {
  if (same(answerAt(state.answers, field), value)) return state;
  const answers = consequences(state, field, withAnswer(state.answers, field, value));
  return { ...state, answers, revision: state.revision + 1, leavingFor: null };
}

const same = (one: Json | undefined, other: Json | undefined): boolean =>
  one === undefined || other === undefined ? one === other : sameJson(one, other);

/** What was found takes the place of what was typed, but for the account's id: that is compared, not overwritten. */
function found(state: WizardState, answers: readonly FoundAnswer[], account: AccountLook | null): WizardState {
  const typed = answerAt(state.answers, 'account.id') ?? '';
  const id = account !== null && typed === '' ? [{ field: 'account.id', value: account.accountId }] : [];
  const known = { ...state, account: account ?? state.account };
  return [...answers, ...id].reduce<WizardState>((now, { field, value }) => answered(now, field, value), known);
}

/** Answers that follow from others. */
function consequences({ before, answers: old }: WizardState, field: string, answers: Answers): Answers {
  if (field === 'account.type') return ofAccountType(answers);
  if (field === 'name' && before === null) return withTemplateName(old, answers);
  if (field === 'deployment.method' && answerAt(answers, field) === 'terraform') return withoutTemplate(before, old, answers);
  if (field === 'deployment.templateFrom' && isPortals(old) && !isPortals(answers)) return withOwnTemplate(before, answers);
  return answers;
}

/**
 * Members, and the StackSet that reaches them, are a management account's alone; the method is a single account's:
 * nobody would see any more that it is Terraform.
 */
function ofAccountType(answers: Answers): Answers {
  if (answerAt(answers, 'account.type') === 'management') {
    const stackSet = answerAt(answers, 'account.stackSet') ?? 'defender-members';
    return withAnswer(withAnswer(answers, 'account.stackSet', stackSet), 'deployment.method', undefined);
  }
  return withAnswer(withAnswer(answers, 'account.excluded', undefined), 'account.stackSet', undefined);
}

/** A new connector's template is named after it until somebody gives it another name. */
function withTemplateName(old: Answers, answers: Answers): Answers {
  const template = answerAt(old, 'deployment.template');
  if (template !== undefined && template !== templateName(old)) return answers;
  return withAnswer(answers, 'deployment.template', templateName(answers));
}

/** Terraform deploys no template: where one comes from is not asked any more, and nobody could take it out. */
function withoutTemplate(before: Answers | null, old: Answers, answers: Answers): Answers {
  const silent = withAnswer(withAnswer(answers, 'deployment.templateFrom', undefined), 'deployment.templateUrl', undefined);
  return isPortals(old) ? withOwnTemplate(before, silent) : silent;
}

const isPortals = (answers: Answers): boolean => answerAt(answers, 'deployment.templateFrom') === 'portal';

/** What is generated takes no place of the file that was downloaded. */
function withOwnTemplate(before: Answers | null, answers: Answers): Answers {
  const old = before && !isPortals(before) ? answerAt(before, 'deployment.template') : undefined;
  return withAnswer(answers, 'deployment.template', before === null ? templateName(answers) : old);
}

/** Undefined while the connector has no name. */
function templateName(answers: Answers): string | undefined {
  const name = String(answerAt(answers, 'name') ?? '');
  return name === '' ? undefined : `${fileBaseName(name)}.template.json`;
}

/** Forwards only over steps without errors; the first one with an error is where it ends. */
function leave(state: WizardState, step: StepId | undefined): WizardState {
  if (step === undefined || step === state.step) return state;
  if (stepIds.indexOf(step) < stepIds.indexOf(state.step)) return moved(state, step);
  const crossed = stepIds.slice(0, stepIds.indexOf(step));
  const tried = [...new Set([...state.tried, ...crossed.slice(stepIds.indexOf(state.step))])];
  if (state.checked !== state.revision) return { ...state, tried, leavingFor: step };
  const obstacle = crossed.find((each) => hasErrors(state.problems, each));
  if (obstacle === undefined) return { ...moved(state, step), tried };
  return { ...moved(state, obstacle), tried: [...new Set([...tried, obstacle])], refusals: state.refusals + 1 };
}

const moved = (state: WizardState, step: StepId | undefined): WizardState =>
  step === undefined || (step === state.step && state.leavingFor === null) ? state : { ...state, step, leavingFor: null };

function checked(state: WizardState, revision: number, problems: readonly FieldProblem[]): WizardState {
  if (revision !== state.revision) return state;
  const known = { ...state, problems, checked: revision };
  return state.leavingFor === null ? known : leave({ ...known, leavingFor: null }, state.leavingFor);
}
