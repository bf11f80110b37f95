import type * as vscode from 'vscode';
import { answerAt, type Answers } from '../../../core/onboarding/answers';
import { answerWords } from '../../../core/onboarding/answer-words';
import { answerFromText, textOfAnswer } from '../../../core/onboarding/field-text';
import type { Field, FormRegion } from '../../../core/onboarding/form';
import type { Question } from '../../../core/onboarding/questions';
import { isOn, switchAnswer } from '../../../core/onboarding/switch-answer';
import { askMany, askOne, type ListItem } from './ask-list';
import { askText } from './ask-text';
import type { Asking, Reply } from './reply';
import { wrongWith, type WizardWalk } from './wizard-walk';

export type Place = Pick<Asking, 'title' | 'step' | 'total' | 'canGoBack' | 'lookUp'>;

/** Asks one question and takes its answer in. */
export function askQuestion(question: Question, walk: WizardWalk, place: Place, regions: readonly FormRegion[]): Promise<Reply<unknown>> {
  const [field] = question.fields;
  switch (question.kind) {
    case 'text':
      return askForText(field, walk, place);
    case 'choice':
      return askForChoice(field, walk, place);
    case 'regions':
      return askForRegions(field, walk, place, regions);
    case 'switches':
      return askForSwitches(question, walk, place);
    case 'names':
      return askForNames(question, walk, place);
  }
}

const refuse = (walk: WizardWalk, fields: readonly Field[]) => async () => {
  await walk.check();
  for (const { id } of fields) walk.apply({ type: 'left', field: id });
  return wrongWith(walk.state(), fields);
};

const answers = (walk: WizardWalk): Answers => walk.state().answers;

function askForText(field: Field, walk: WizardWalk, place: Place): Promise<Reply<string>> {
  const typed = async (text: string) => {
    walk.apply({ type: 'answered', field: field.id, value: answerFromText(field, text) });
    await walk.check();
    return wrongWith(walk.state(), [field]);
  };
  return askText({
    ...place,
    help: field.help || field.label,
    value: textOfAnswer(field, answerAt(answers(walk), field.id)),
    placeholder: field.placeholder || String(field.fallback ?? ''),
    onType: typed,
    refuse: refuse(walk, [field]),
  });
}

function askForChoice(field: Field, walk: WizardWalk, place: Place): Promise<Reply<unknown>> {
  const now = answerAt(answers(walk), field.id) ?? field.fallback;
  return askOne<string | number | null>({
    ...place,
    help: field.help || field.label,
    items: field.choices.map(({ value, label }) => ({ label, value, on: value === now, ...(value === now ? { description: 'chosen now' } : {}) })),
    onChoose: ([value]) => void (value !== undefined && value !== now && walk.apply({ type: 'answered', field: field.id, value: value ?? undefined })),
    refuse: refuse(walk, [field]),
  });
}

/** All of them is an answer of its own: regions that AWS adds later belong to it. */
async function askForRegions(field: Field, walk: WizardWalk, place: Place, regions: readonly FormRegion[]): Promise<Reply<unknown>> {
  const value = answerAt(answers(walk), field.id) ?? 'all';
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const all: ListItem<string> = { label: 'All regions', description: 'also those that AWS adds later', value: 'all', on: chosen.length === 0 };
  const some: ListItem<string> = { label: 'Only these…', description: chosen.join(', '), value: 'some', on: chosen.length > 0 };
  const put = (list: 'all' | readonly string[]) => walk.apply({ type: 'answered', field: field.id, value: list });
  const how = await askOne<string>({
    ...place, help: field.help, items: [all, some], refuse: () => Promise.resolve(undefined),
    onChoose: ([answer]) => void (answer === 'all' && put('all')),
  });
  if (how.kind !== 'answer' || how.value[0] !== 'some') return how;
  const these = await askMany<string>({
    ...place,
    title: `${place.title}, which of them`,
    canGoBack: true,
    help: 'Regions that Defender for Cloud calls. Type to search.',
    items: chosenFirst(regions, chosen).map(({ code, name, without }) => ({
      label: code, description: name ?? '', value: code, on: chosen.includes(code), ...(without.length > 0 ? { detail: `Not supported here: ${without.join(', ')}.` } : {}),
    })),
    // In the order in which they stood; what is new comes after it.
    onChoose: (codes) => put([...chosen.filter((code) => codes.includes(code)), ...codes.filter((code) => !chosen.includes(code))]),
    refuse: refuse(walk, [field]),
  });
  return these.kind === 'back' ? askForRegions(field, walk, place, regions) : these;
}

const chosenFirst = (regions: readonly FormRegion[], chosen: readonly string[]): readonly FormRegion[] =>
  [...regions].sort((one, other) => Number(chosen.includes(other.code)) - Number(chosen.includes(one.code)));

function askForSwitches({ fields }: Question, walk: WizardWalk, place: Place): Promise<Reply<unknown>> {
  const { before } = walk.state();
  return askMany<string>({
    ...place,
    help: 'Tick what is to be on.',
    items: fields.map(({ id, label, help }) => ({ label, detail: help, value: id, on: isOn(answerAt(answers(walk), id)) })),
    onChoose: (on) => {
      for (const field of fields) {
        const wanted = on.includes(field.id);
        if (wanted !== isOn(answerAt(answers(walk), field.id))) walk.apply({ type: 'answered', field: field.id, value: switchAnswer(field, before, wanted) });
      }
    },
    refuse: refuse(walk, fields),
  });
}

/** Few change one: a list of them, with the way on above it. */
async function askForNames(question: Question, walk: WizardWalk, place: Place): Promise<Reply<unknown>> {
  const go = { label: '$(arrow-right) Go on', value: '', on: false };
  const rows: readonly (ListItem<string> | vscode.QuickPickItem)[] = question.fields.map((field) => ({
    label: field.label, description: answerWords(field, answers(walk)) ?? '', value: field.id, on: false,
  }));
  const reply = await askOne<string>({
    ...place, help: 'Choose a role to give it another name.', items: [go, ...rows], onChoose: () => undefined, refuse: refuse(walk, question.fields),
  });
  const field = reply.kind === 'answer' ? question.fields.find(({ id }) => id === reply.value[0]) : undefined;
  if (!field) return reply;
  const named = await askForText(field, walk, { ...place, title: `Name of ${field.label}`, canGoBack: true, lookUp: null });
  return named.kind === 'closed' ? named : askForNames(question, walk, place);
}
