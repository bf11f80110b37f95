import { entryOf } from '../../../document/entry-of';
import type { LocatedEntry } from '../../../document/located';
import { shown } from '../../../document/shown';
import { toPlain } from '../../../document/to-plain';
import type { Span } from '../../../model/finding';
import { sameJson, type Json } from '../../../model/json';
import { armRenames } from '../../arm/arm-properties';
import { connectorKey } from '../../arm/connector-keys';
import { expectedFields } from '../../arm/expected-fields';
import { replace } from '../../fix/replace';
import { relatedPlace } from '../../related-place';
import { type RuleFinding, armConnectorRule } from '../../rule';
import { isExpression } from '../../view/arm-expression';
import type { ArmConnectorView, ConnectorFile } from '../../view/arm-view';

export const connectorAgreement = armConnectorRule({
  id: 'arm/connector-agreement',
  severity: 'warning',
  summary: 'A connector in Azure says what the connector file beside it says.',
  why: `The connector file with the same name or account, in the same folder, is what templates are made from. Where the body
for Azure names another account, other plans, roles, regions or another StackSet, Azure looks for what AWS does not have.
The body is compared with the one that the file stands for, field by field; what the file leaves to Azure is not
compared. In an answer of Azure a difference is information: the file may be ahead of it.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws',
  checked: '2026-11-22',

  *check(connector) {
    const { file, isAnswer } = connector;
    if (!file) return;
    const expected = expectedFields(file.connector, connector.apiVersion.value);
    for (const found of differences(connector, file, expected)) yield { severity: isAnswer ? 'information' : 'warning', ...found };
  },
});

function* differences(connector: ArmConnectorView, file: ConnectorFile, expected: ReadonlyMap<string, Json>): Iterable<RuleFinding> {
  for (const [path, value] of expected) {
    const entry = fieldAt(connector, path);
    if (entry === 'unknown') continue;
    const found = entry ? different(entry, path, value, file) : missing(connector, path, value, file);
    if (found) yield found;
  }
  yield* unexpected(connector, file, expected);
}

/** A field under the name that it has here; what an expression gives is not known. */
function fieldAt({ map, fields, offerings }: ArmConnectorView, path: string): LocatedEntry | 'unknown' | undefined {
  if (path === 'location') return known(entryOf(map, 'location'));
  const formerly = armRenames.filter((change) => path === change.path || path.startsWith(`${change.path}.`)).map((change) => path.replace(change.path, change.formerly));
  const field = fields.find((candidate) => candidate.path === path || formerly.includes(candidate.path));
  if (field) return known(field.entry);
  const [, type] = /^offerings\.(\w+)/.exec(path) ?? [];
  // Below an expression nothing is known, nor in an offering that is one.
  const around = fields.some((candidate) => path.startsWith(`${candidate.path}.`) && (isExpression(candidate.entry.value) || candidate.property?.type === 'any'));
  return around || (type !== undefined && offerings.some((offering) => offering.type === undefined)) ? 'unknown' : undefined;
}

const known = (entry: LocatedEntry | undefined): LocatedEntry | 'unknown' | undefined => {
  if (!entry) return undefined;
  const parts = entry.value.kind === 'sequence' ? entry.value.items : [entry.value];
  return parts.some(isExpression) ? 'unknown' : entry;
};

function different({ value }: LocatedEntry, path: string, expected: Json, file: ConnectorFile): RuleFinding | undefined {
  const actual = toPlain(value) as Json;
  if (isWholeOffering(path) || (path.endsWith('subPlan.type') && typeof actual === 'object') || agrees(path, actual, expected)) return undefined;
  const text = JSON.stringify(expected);
  return {
    span: value.span,
    message: `${label(path)} is ${said(actual)} here and ${said(expected)} in connector file ${file.connector.name}. Make them agree.`,
    fixes: [replace(`Write ${shown(text)}`, value.span, text)],
    related: [relatedPlace(file, connectorKey(file.document, path), 'The connector file says so here.')],
  };
}

/** Plans, and features that the file turns on; what it leaves out, or turns off, may be missing here too. */
function missing(connector: ArmConnectorView, path: string, expected: Json, file: ConnectorFile): RuleFinding | undefined {
  const [, type = ''] = /^offerings\.(\w+)/.exec(path) ?? [];
  const offering = connector.offerings.find((candidate) => candidate.type === type);
  const isPlan = isWholeOffering(path) && !offering;
  if (!isPlan && !(offering && path.endsWith('.enabled') && expected === true)) return undefined;
  return {
    span: placeOf(connector, isPlan ? undefined : offering?.typeNode?.span),
    message: isPlan
      ? `Offering ${type} is missing here, and its plan is on in connector file ${file.connector.name}. Make them agree.`
      : `${label(path.replace(/\.enabled$/, ''))} is missing here, and on in connector file ${file.connector.name}. Make them agree.`,
    related: [relatedPlace(file, connectorKey(file.document, path), 'The connector file turns it on here.')],
  };
}

const placeOf = ({ properties, map }: ArmConnectorView, span: Span | undefined): Span =>
  span ?? entryOf(properties, 'offerings')?.key.span ?? entryOf(map, 'properties')?.key.span ?? map.span;

/** Plans that are on here and off in the file. */
function* unexpected({ offerings }: ArmConnectorView, file: ConnectorFile, expected: ReadonlyMap<string, Json>): Iterable<RuleFinding> {
  for (const { type, typeNode } of offerings) {
    if (!type || !typeNode || !/Aws$/.test(type) || expected.has(`offerings.${type}`)) continue;
    yield {
      span: typeNode.span,
      message: `Offering ${type} is here, and its plan is off in connector file ${file.connector.name}. Make them agree.`,
      related: [relatedPlace(file, connectorKey(file.document, 'offerings'), 'The connector file has no such plan.')],
    };
  }
}

const isWholeOffering = (path: string): boolean => /^offerings\.\w+$/.test(path);

/** Locations have two spellings; the order of lists does not count. */
function agrees(path: string, one: Json, other: Json): boolean {
  if (path === 'location') return plainLocation(one) === plainLocation(other);
  if (Array.isArray(one) && Array.isArray(other)) return sameJson([...one].sort(), [...other].sort());
  return sameJson(one, other);
}

const plainLocation = (value: Json): string => String(value).toLowerCase().replace(/\s/g, '');

const label = (path: string): string => path.replace(/^(?:offerings\.|environmentData\.(?:organizationalData\.\w+\.)?)/, '');

const said = (value: Json): string => (Array.isArray(value) && value.length === 0 ? 'an empty list' : shown(typeof value === 'string' ? value : JSON.stringify(value)));
