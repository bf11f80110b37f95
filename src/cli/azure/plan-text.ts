import type { BodyChange } from '../../core/azure/body-changes';
import type { RightCheck } from '../../core/azure/check-rights';
import type { ConnectorPlan, DeletionPlan } from '../../core/azure/connector-plan';
import type { Json } from '../../core/model/json';
import type { Colour, Paint } from '../terminal';

/** A plan to read before saying yes. */
export function planText(plan: ConnectorPlan, paint: Paint): string {
  const { key, changes } = plan;
  return [
    paint('bold', headline(plan)),
    `  Subscription    ${key.subscription}`,
    `  Resource group  ${key.resourceGroup}${plan.createsGroup ? ' (will be created)' : ''}`,
    `  Location        ${plan.location}`,
    `  AWS account     ${plan.accountId}`,
    `  Api-version     ${plan.apiVersion}`,
    ...(plan.registersProvider ? ['  Provider        Microsoft.Security will be registered'] : []),
    ...plan.notes.map((note) => `  Note            ${note}`),
    '',
    ...plan.rights.flatMap((right) => rightLines(right, paint)),
    '',
    ...changes.map((change) => changeLine(change, paint)),
    changes.length === 0 ? 'No changes.' : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}.`,
  ].join('\n');
}

function headline({ action, key }: ConnectorPlan): string {
  const words = { create: 'Creates connector', update: 'Updates connector', none: 'Nothing to do: Azure has what the file says of connector' } as const;
  return `${words[action]} ${key.name}`;
}

const signs: Readonly<Record<BodyChange['kind'], readonly [string, Colour]>> = { add: ['+', 'green'], change: ['~', 'yellow'], remove: ['-', 'red'] };

function changeLine({ kind, path, before, after }: BodyChange, paint: Paint): string {
  const [sign, colour] = signs[kind];
  const values = kind === 'change' ? `: ${shown(before)} → ${shown(after)}` : ` = ${shown(kind === 'add' ? after : before)}`;
  return paint(colour, `${sign} ${path}${values}`);
}

const shown = (value: Json): string => {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
};

const states: Readonly<Record<RightCheck['state'], readonly [string, Colour]>> = { allowed: ['ok', 'green'], missing: ['missing', 'red'], unknown: ['unknown', 'yellow'] };

function rightLines({ title, state, sentence, says }: RightCheck, paint: Paint): readonly string[] {
  const [word, colour] = states[state];
  const pages = state === 'allowed' ? [] : says.map(({ text, page, url }) => `           ${page}: ${text} ${url}`);
  return [`  ${paint(colour, word.padEnd(7))}  ${title}. ${sentence}`, ...pages];
}

/** What a deletion does and leaves, in order. */
export const deletionText = ({ key, members, steps }: DeletionPlan, paint: Paint): string =>
  [
    paint('bold', `Deletes connector ${key.name} (subscription ${key.subscription}, resource group ${key.resourceGroup})`),
    ...steps.map(({ kind, sentence }) => `  ${kind.padEnd(6)}  ${sentence}`),
    ...(members.length === 0 ? [] : [`  Members: ${members.map(({ name }) => name).join(', ')}`]),
  ].join('\n');
