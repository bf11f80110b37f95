import type { Located, LocatedDocument, LocatedEntry } from '../../document/located';
import { entryOf } from '../../document/entry-of';
import { toPlain } from '../../document/to-plain';
import { valueAt } from '../../document/value-at';
import { declarationsOf } from './declarations';
import { referencesIn } from './references';

/** Every case that the parameters of a template allow. */
export interface ConditionWorlds {
  /** What a condition is in each case: the same index is the same case. */
  readonly answers: Answers;
  /** Of each case where it is: account, region and stack, as far as conditions ask for them. */
  readonly places: readonly string[];
}

type Answers = (condition: string) => readonly boolean[] | undefined;

/** More cases than these are not gone through. */
const most = 1024;

/** Undefined where the cases cannot be told apart for sure: then nothing may be claimed of any. */
export function conditionWorlds(document: LocatedDocument): ConditionWorlds | undefined {
  if (valueAt(document.root, 'Rules')) return undefined; // They may forbid some cases.
  const { conditions } = declarationsOf(document);
  const questions = questionsOf(document, conditions);
  if (!questions) return undefined;
  const size = [...questions.values()].reduce((product, values) => product * values.length, 1);
  if (size > most) return undefined;
  const answers = new Map<string, readonly boolean[] | undefined>();
  const cases = casesOf(questions);
  const ask: Answers = (name) => {
    if (answers.has(name)) return answers.get(name);
    answers.set(name, undefined); // A condition that asks for itself has no answer.
    const entry = conditions.get(name);
    const found = entry && evaluate(entry.value, cases, ask);
    answers.set(name, found);
    return found;
  };
  return { answers: ask, places: cases.map(placeOf) };
}

/** Where a template is deployed is for its user to know: some are made for one region alone. */
const placeOf = (one: Case): string => JSON.stringify([...one].filter(([question]) => question.includes('"AWS::')));

/** What is compared with texts, such as a parameter, and the values that make a difference; undefined stands for any other. */
type Questions = ReadonlyMap<string, readonly (string | undefined)[]>;
type Case = ReadonlyMap<string, string | undefined>;

function questionsOf(document: LocatedDocument, conditions: ReadonlyMap<string, LocatedEntry>): Questions | undefined {
  const compared = new Map<string, Set<string>>();
  const asker = new Map<string, string>();
  for (const { value } of conditions.values()) {
    for (const { question, node, text } of comparisons(value)) {
      if (question === undefined) return undefined;
      // Two questions about one parameter depend on each other in ways that are not looked into.
      for (const name of namesIn(node)) {
        if ((asker.get(name) ?? question) !== question) return undefined;
        asker.set(name, question);
      }
      const texts = compared.get(question) ?? new Set();
      compared.set(question, texts.add(text));
    }
  }
  return new Map([...compared].map(([question, texts]) => [question, allowedBy(document, question) ?? [...texts, undefined]]));
}

interface Comparison {
  /** Undefined where neither side is a text that stands there. */
  readonly question: string | undefined;
  readonly node: Located;
  readonly text: string;
}

function* comparisons(node: Located): Iterable<Comparison> {
  if (node.kind === 'scalar') return;
  if (node.kind === 'sequence') {
    for (const item of node.items) yield* comparisons(item);
    return;
  }
  const sides = equalsOf(node);
  if (!sides) for (const { value } of node.entries) yield* comparisons(value);
  else if (sides.text === undefined) yield { question: undefined, node, text: '' };
  else if (sides.node) yield { question: keyOf(sides.node), node: sides.node, text: sides.text };
}

/** Sides of `Fn::Equals`: `node` is absent where both are texts. */
function equalsOf(node: Located): { readonly node?: Located; readonly text: string | undefined; readonly same?: boolean } | undefined {
  const list = entryOf(node, 'Fn::Equals')?.value;
  if (list?.kind !== 'sequence') return undefined;
  const [one, other] = list.items;
  if (!one || !other) return { text: undefined };
  const [a, b] = [textOf(one), textOf(other)];
  if (a !== undefined && b !== undefined) return { text: a, same: a === b };
  if (a === undefined && b === undefined) return { text: undefined };
  return { node: a === undefined ? one : other, text: a ?? b };
}

const textOf = (node: Located): string | undefined => (node.kind === 'scalar' ? String(node.value ?? '') : undefined);

const keyOf = (node: Located): string => JSON.stringify(toPlain(node));

const namesIn = (node: Located): readonly string[] => [...referencesIn(node)].map(({ name }) => name).filter((name) => name !== '');

/** A parameter has no other values than it allows. */
function allowedBy(document: LocatedDocument, question: string): readonly string[] | undefined {
  const { parameters } = declarationsOf(document);
  const name = /^\{"Ref":("(?:[^"\\]|\\.)*")\}$/.exec(question)?.[1];
  const parameter = name === undefined ? undefined : parameters.get(String(JSON.parse(name)));
  const list = parameter && entryOf(parameter.value, 'AllowedValues')?.value;
  if (list?.kind !== 'sequence' || list.items.length === 0 || list.items.length > 50) return undefined;
  return list.items.map((item) => textOf(item) ?? '');
}

function casesOf(questions: Questions): readonly Case[] {
  let cases: readonly Case[] = [new Map()];
  for (const [question, values] of questions) {
    cases = cases.flatMap((one) => values.map((value) => new Map(one).set(question, value)));
  }
  return cases;
}

function evaluate(node: Located, cases: readonly Case[], ask: Answers): readonly boolean[] | undefined {
  const entry = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  if (!entry) return undefined;
  const { value } = entry;
  const items = value.kind === 'sequence' ? value.items : [];
  const parts = () => items.map((item) => evaluate(item, cases, ask));
  switch (entry.key.value) {
    case 'Condition':
      return value.kind === 'scalar' ? ask(String(value.value)) : undefined;
    case 'Fn::Equals':
      return answersOf(node, cases);
    case 'Fn::Not':
      return combine(parts(), (one) => !one[0]);
    case 'Fn::And':
      return combine(parts(), (all) => all.every(Boolean));
    case 'Fn::Or':
      return combine(parts(), (all) => all.some(Boolean));
    default:
      return undefined;
  }
}

function answersOf(node: Located, cases: readonly Case[]): readonly boolean[] | undefined {
  const sides = equalsOf(node);
  if (sides?.text === undefined) return undefined;
  if (!sides.node) return cases.map(() => sides.same === true);
  const question = keyOf(sides.node);
  return cases.map((one) => one.get(question) === sides.text);
}

function combine(parts: readonly (readonly boolean[] | undefined)[], of: (values: readonly (boolean | undefined)[]) => boolean): readonly boolean[] | undefined {
  const [first] = parts;
  if (!first || parts.includes(undefined)) return undefined;
  return first.map((_, index) => of(parts.map((part) => part?.[index])));
}
