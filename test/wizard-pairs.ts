import { readDocument } from '../src/core/document/read-document';
import { toConnector } from '../src/core/document/to-connector';
import type { Connector } from '../src/core/model/connector';
import type { Json } from '../src/core/model/json';
import { withAnswer, type Answers } from '../src/core/onboarding/answers';
import { connectorText } from '../src/core/onboarding/connector-text';
import { fields, type FieldDefinition } from '../src/core/onboarding/fields';
import { newAnswers } from '../src/core/onboarding/new-answers';
import { switchAnswer } from '../src/core/onboarding/switch-answer';
import { pairsOfSettings, type Pairs, type Row } from './pairs';

/** What somebody might enter; a field without an entry here fails the tests. Undefined leaves it empty. */
const entries: Readonly<Record<string, readonly (Json | undefined)[]>> = {
  'name': ['contoso', 'größe "1" & 2'],
  'account.id': ['123456789012', '210987654321'],
  'account.excluded': [undefined, ['345678901234', '012345678901']],
  'regions': ['all', ['us-east-1', 'eu-west-1']],
  'azure.tenant': ['11111111-2222-4333-8444-555555555555', 'ABCDEF01-2222-4333-8444-555555555555'],
  'azure.subscription': ['a5caac9c-5c04-49af-b3d0-e204f40345d5', '66666666-7777-4888-9999-000000000000'],
  'azure.resourceGroup': ['rg', 'Rg.Security_(west)-1'],
  'azure.location': ['eastus', 'West Europe'],
  'deployment.stack': ['defender-for-cloud', 'D2'],
  'account.stackSet': ['defender-members', 'M2'],
  'deployment.region': ['us-east-1', 'eu-west-1'],
  'deployment.template': [undefined, 'templates/contoso.template.yaml'],
  'deployment.templateUrl': [undefined, 'https://contoso-templates.s3.us-east-1.amazonaws.com/contoso.template.json'],
  ...Object.fromEntries(
    fields.flatMap(({ id, kind }): [string, readonly (Json | undefined)[]][] => {
      if (id.endsWith('.excludeTags')) return [[id, [undefined, { team: 'lab', 'größe': '' }]]];
      if (id.endsWith('.proxy')) return [[id, [undefined, 'http://proxy.contoso.com:3128']]];
      if (id.endsWith('.privateLinkScope')) return [[id, [undefined, '/subscriptions/x/privateLinkScopes/y']]];
      if (id.startsWith('roles.')) return [[id, [undefined, `MDC_Our-${id.slice('roles.'.length)}`]]];
      return kind === 'number' ? [[id, [undefined, 30]]] : [];
    }),
  ),
};

/** Not asked, or what can be answered: on and off, the choices, the entries. */
function valuesOf(field: FieldDefinition): readonly (Json | undefined)[] {
  const { id, kind, choices } = field;
  if (kind === 'plan' || kind === 'switch') return [undefined, switchAnswer(field, null, true)];
  const given = kind === 'choice' ? choices.map(({ value }) => value ?? undefined) : entries[id];
  if (!given) throw new Error(`Nothing is known that somebody might enter as ${id}.`);
  return field.when !== null && !given.includes(undefined) ? [undefined, ...given] : given;
}

const settings = Object.fromEntries(fields.map((field) => [field.id, valuesOf(field)]));

const value = (row: Row, id: string): Json | undefined => settings[id]?.[row[id] ?? -1];

/** On or off; told by the options of a field before the field itself has its turn. Undefined: not known yet. */
function on(row: Row, id: string): boolean | undefined {
  if (id in row) return value(row, id) !== undefined;
  return Object.keys(row).some((other) => other.startsWith(`${id}.`) && value(row, other) !== undefined) ? true : undefined;
}

/** A field has an answer only where it is asked, and where it must have one it has. */
function isPossible(row: Row): boolean {
  return fields.filter(({ id }) => id in row).every((field) => {
    const asked = isAskedIn(row, field);
    if (asked === undefined) return true;
    return value(row, field.id) === undefined ? !asked || mayBeEmpty(field) : asked;
  });
}

function isAskedIn(row: Row, { when }: FieldDefinition): boolean | undefined {
  if (when === null) return true;
  if (when.is.length > 0) {
    if (!(when.field in row)) return undefined;
    return when.is.includes(String(value(row, when.field) ?? 'cloudFormation'));
  }
  const above = fields.find(({ id }) => id === when.field);
  const shown = above && isAskedIn(row, above);
  return shown === false ? false : on(row, when.field);
}

const mayBeEmpty = ({ missing, kind, choices }: FieldDefinition): boolean =>
  missing === null && (kind !== 'choice' || choices.some((choice) => choice.value === null));

/** What the rules refuse, which has tests of its own: each is an error or a warning at one of the fields. */
const refused: readonly ((row: Row) => boolean | undefined)[] = [
  (row) => on(row, 'plans.servers.agentlessScanning') && value(row, 'plans.servers.tier') === 'P1' && on(row, 'plans.defenderCspm') === false,
  (row) => {
    const [ofServers, ofCspm] = ['plans.servers.agentlessScanning', 'plans.defenderCspm.agentlessScanning'].map((id) => ({ is: on(row, id), tags: on(row, `${id}.excludeTags`) }));
    return ofServers?.is && ofCspm?.is && ofServers.tags !== undefined && ofCspm.tags !== undefined && ofServers.tags !== ofCspm.tags;
  },
  (row) => value(row, 'deployment.templateFrom') === 'portal' && on(row, 'deployment.template') === false,
];

const allows = (row: Row): boolean => isPossible(row) && !refused.some((refuses) => refuses(row));

let found: Pairs | undefined;
const pairs = (): Pairs => (found ??= pairsOfSettings(settings, allows));

/** Answers of the wizard in which every two that go together meet. */
export const wizardPairs = (): readonly Answers[] => pairs().rows.map(toAnswers);

/** Pairs that no row has, though nothing forbids the two by themselves. */
export const unmetWizardPairs = (): readonly string[] => pairs().unmet;

function toAnswers(row: Row): Answers {
  const blank: Answers = { ...newAnswers, plans: {} };
  const on = fields.filter(({ kind, id }) => kind === 'plan' && value(row, id) !== undefined);
  // A plan that is switched on brings its own settings; each of them is chosen here.
  const planned = on.reduce<Answers>((answers, { id }) => withAnswer(answers, id, id === 'plans.servers' ? { tier: 'P2' } : {}), blank);
  return fields.filter(({ kind }) => kind !== 'plan').reduce((answers, { id }) => {
    const chosen = value(row, id);
    return chosen === undefined ? answers : withAnswer(answers, id, chosen);
  }, planned);
}

/** The file that the wizard writes for them. */
export const wizardText = (answers: Answers): string => connectorText({ text: '', fileName: wizardFile, before: null, answers });

export const wizardFile = 'contoso.connector.yaml';

/** The connectors that they declare. */
export const wizardConnectors = (): readonly Connector[] =>
  wizardPairs().map((answers) => {
    const connector = toConnector(readDocument(wizardText(answers), 'yaml'));
    if (!connector) throw new Error(`No connector: ${wizardText(answers)}`);
    return connector;
  });
