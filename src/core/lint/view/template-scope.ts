import { entryOf } from '../../document/entry-of';
import type { LocatedScalar } from '../../document/located';
import { difference } from '../../document/difference';
import type { EntryView } from './entry-view';
import { resolveText, type Scope } from './resolved-text';
import type { ResourceView } from './resource-view';

/** The defaults of parameters, and the ARNs and names of resources that are known before they exist. */
export interface TemplateScope extends Scope {
  readonly entries: readonly EntryView[];
  /** What was answered so far. The same object as long as an edit changes none of it. */
  readonly answers: Map<string, Answer>;
  /** Keys of answers by the names that were looked at for them. A name may stand here longer than it counts. */
  readonly lookedAt: Map<string, Set<string>>;
  /** Found on first need. The same object as long as an edit changes no name. */
  readonly places: Places;
}

interface Answer {
  readonly question: Question;
  readonly value: LocatedScalar | string | undefined;
  /** Names that were looked at for it. */
  readonly from: ReadonlySet<string>;
}

interface Question {
  readonly name: string;
  /** Null for the default of a parameter. */
  readonly attribute: string | undefined | null;
}

/** Goes on with the answers of the scope before an edit, where all of them still hold. */
export function templateScope(entries: readonly EntryView[], before?: TemplateScope): TemplateScope {
  const places = before && haveSameNames(before.entries, entries) ? before.places : {};
  const { answers, lookedAt } = before && holds(before, entries, places) ? before : { answers: new Map<string, Answer>(), lookedAt: new Map<string, Set<string>>() };
  const ask = asker({ entries, places }, answers);
  const answer = (question: Question): Answer['value'] => {
    const key = keyOf(question);
    return (answers.get(key) ?? noted({ answers, lookedAt }, ask(question))).value;
  };
  return {
    entries,
    answers,
    lookedAt,
    places,
    parameterDefault: (name) => defaultIn(answer({ name, attribute: null })),
    attribute: (name, attribute) => textIn(answer({ name, attribute })),
  };
}

/** True where nothing that was looked at has changed, or it says the same. */
function holds({ entries: old, answers, lookedAt }: TemplateScope, entries: readonly EntryView[], places: Places): boolean {
  const { removed, added } = difference(old, entries);
  const changed = new Set([...removed, ...added].map(({ name }) => name));
  if (changed.size === 0) return true;
  const keys = new Set([...changed].flatMap((name) => [...(lookedAt.get(name) ?? [])]));
  const touched = [...keys].flatMap((key) => answers.get(key) ?? []);
  const now = touched.map(({ question }) => question).map(asker({ entries, places }, new Map()));
  if (!touched.every(({ value }, index) => value === now[index]?.value)) return false;
  for (const one of now) noted({ answers, lookedAt }, one);
  return true;
}

function noted({ answers, lookedAt }: Pick<TemplateScope, 'answers' | 'lookedAt'>, answer: Answer): Answer {
  const key = keyOf(answer.question);
  answers.set(key, answer);
  for (const name of answer.from) {
    const keys = lookedAt.get(name) ?? new Set();
    lookedAt.set(name, keys.add(key));
  }
  return answer;
}

const keyOf = ({ name, attribute }: Question): string => (attribute === null ? name : `${name}\0${attribute ?? '\0'}`);

/** Where names stand in the list of entries. */
interface Places {
  parameters?: ReadonlyMap<string, number>;
  resources?: ReadonlyMap<string, number>;
}

interface Named {
  readonly entries: readonly EntryView[];
  readonly places: Places;
}

function parameterNamed({ entries, places }: Named, name: string): EntryView | undefined {
  places.parameters ??= placesOf(entries, ({ section }) => section === 'Parameters');
  return entries[places.parameters.get(name) ?? -1];
}

function resourceNamed({ entries, places }: Named, name: string): ResourceView | undefined {
  places.resources ??= placesOf(entries, ({ resource }) => resource !== undefined);
  return entries[places.resources.get(name) ?? -1]?.resource;
}

function placesOf(entries: readonly EntryView[], isMeant: (entry: EntryView) => boolean): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  entries.forEach((entry, index) => {
    if (isMeant(entry)) places.set(entry.name, index);
  });
  return places;
}

function haveSameNames(old: readonly EntryView[], entries: readonly EntryView[]): boolean {
  const { removed, added } = difference(old, entries);
  return removed.length === added.length && removed.every((one, index) => isNamedAlike(one, added[index]));
}

const isNamedAlike = (one: EntryView, other: EntryView | undefined): boolean =>
  one.name === other?.name && one.section === other.section && (one.resource === undefined) === (other.resource === undefined);

/** Answers from the entries, and from other answers on the way. */
function asker(named: Named, answers: ReadonlyMap<string, Answer>): (question: Question) => Answer {
  const resolving = new Set<string>();
  let from = new Set<string>();
  const scope: Scope = {
    parameterDefault(name) {
      from.add(name);
      const value = entryOf(parameterNamed(named, name)?.value, 'Default')?.value;
      return value?.kind === 'scalar' ? value : undefined;
    },
    attribute(name, attribute) {
      from.add(name);
      const known = answers.get(keyOf({ name, attribute }));
      for (const one of known?.from ?? []) from.add(one);
      if (known) return textIn(known.value);
      const resource = resourceNamed(named, name);
      // A name that refers to itself is the user's mistake, and not one to hang on.
      if (!resource || resolving.has(name)) return undefined;
      resolving.add(name);
      const value = attributeOf(resource, attribute, scope);
      resolving.delete(name);
      return value;
    },
  };
  return (question) => {
    from = new Set();
    const { name, attribute } = question;
    const value = attribute === null ? scope.parameterDefault(name) : scope.attribute(name, attribute);
    return { question, value, from };
  };
}

function attributeOf({ type, properties }: ResourceView, attribute: string | undefined, scope: Scope): string | undefined {
  const isProvider = type === 'AWS::IAM::OIDCProvider';
  if (!isProvider && type !== 'AWS::IAM::Role') return undefined;
  const source = entryOf(properties, isProvider ? 'Url' : 'RoleName')?.value;
  const { text, known } = source ? resolveText(source, scope) : { text: '', known: false };
  if (!known) return undefined;
  const account = 'arn:${AWS::Partition}:iam::${AWS::AccountId}';
  if (isProvider) return attribute === undefined || attribute === 'Arn' ? `${account}:oidc-provider/${text.replace(/^https:\/\//, '')}` : undefined;
  if (attribute === undefined) return text;
  return attribute === 'Arn' ? `${account}:role/${text}` : undefined;
}

const defaultIn = (value: Answer['value']): LocatedScalar | undefined => (typeof value === 'object' ? value : undefined);

const textIn = (value: Answer['value']): string | undefined => (typeof value === 'string' ? value : undefined);
