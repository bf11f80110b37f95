import { entryOf } from '../../../document/entry-of';
import type { LocatedDocument, LocatedMap } from '../../../document/located';
import { valueAt } from '../../../document/value-at';
import type { Fix } from '../../../model/finding';
import { armProperty, armRenames, hasProperty, isDescribed, type ArmProperty } from '../../arm/arm-properties';
import { inVersion } from '../../arm/in-version';
import { removeField } from '../../arm/remove-field';
import { appendEntry } from '../../fix/append-to';
import { removeItem } from '../../fix/remove-item';
import { replace } from '../../fix/replace';
import { type RuleFinding, armConnectorRule } from '../../rule';
import type { ArmField } from '../../view/arm-fields';
import type { ArmConnectorView } from '../../view/arm-view';

export const propertyVersion = armConnectorRule({
  id: 'arm/property-version',
  severity: 'warning',
  summary: 'Each field and offering is one that the api-version has, under the name that it has there.',
  why: `Between 2023-10-01-preview and 2024-03-01-preview fields of Defender for Containers got other names, the role of
agentless scanning moved out of its configuration, and information protection went; later api-versions added fields and
dropped \`ciemDiscovery\`. A body that is right in one api-version is wrong in another, and Azure does not say so: it ignores
what it does not know. Where the file names no api-version the newest that is everywhere is assumed, and the finding is
information only.`,
  source: 'https://learn.microsoft.com/azure/templates/microsoft.security/securityconnectors',
  checked: '2026-11-22',

  *check(connector) {
    const version = connector.apiVersion.value;
    if (version === undefined) return;
    const severity = connector.apiVersion.assumed ? 'information' : 'warning';
    for (const field of connector.fields) for (const found of renamed(connector, field, version)) yield { severity, ...found };
    if (!isDescribed(version)) return;
    for (const field of connector.fields) for (const found of absent(connector, field, version)) yield { severity, ...found };
    for (const found of goneOfferings(connector, version)) yield { severity, ...found };
  },
});

function* renamed(connector: ArmConnectorView, field: ArmField, version: string): Iterable<RuleFinding> {
  const { document, properties, apiVersion } = connector;
  const change = armRenames.find(({ path, formerly }) => field.path === path || field.path === formerly);
  if (!change || !properties) return;
  const isOld = field.path === change.formerly;
  if (isOld !== version >= change.since) return;
  const target = isOld ? change.path : change.formerly;
  yield {
    span: field.entry.key.span,
    message: `${inside(field.path)} is ${inside(target)} in ${inVersion(apiVersion)}. Write it so.`,
    fixes: move(document, field, target),
  };
}

/** A path below its offering. */
const inside = (path: string): string => path.replace(/^offerings\.\w+\./, '');

function move(document: LocatedDocument, { path, below, parent, entry }: ArmField, target: string): readonly Fix[] {
  const name = target.slice(target.lastIndexOf('.') + 1);
  const title = `Write ${inside(target)}`;
  if (target.slice(0, -name.length - 1) === below || !target.includes('.')) {
    return entryOf(parent, name) ? [] : [replace(title, entry.key.span, JSON.stringify(name))];
  }
  // The role of the scanner: one level up in newer api-versions, one down in older ones.
  const up = below.startsWith(target.slice(0, -name.length - 1));
  const home = up ? outer(document, parent) : valueAt(parent, 'configuration');
  if (home?.kind !== 'map' || entryOf(home, name) || path === target) return [];
  const written = document.text.slice(entry.value.span.start, entry.value.span.end);
  return [{ title, edits: [removeField(document, parent, entry), appendEntry(document, home, name, written)] }];
}

/** The map around a map. */
function outer({ root }: LocatedDocument, inner: LocatedMap): LocatedMap | undefined {
  const search = (node: typeof root): LocatedMap | undefined => {
    if (!node || node.kind === 'scalar') return undefined;
    if (node.kind === 'map' && node.entries.some(({ value }) => value === inner)) return node;
    const parts = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
    const around = parts.find(({ span }) => span.start <= inner.span.start && inner.span.end <= span.end);
    return search(around);
  };
  return search(root);
}

function* absent(connector: ArmConnectorView, field: ArmField, version: string): Iterable<RuleFinding> {
  const { document } = connector;
  const { property, path, below, parent, entry } = field;
  const around = armProperty(below);
  if (!property || hasProperty(property, version) || (around && !hasProperty(around, version))) return;
  if (armRenames.some((change) => change.path === path || change.formerly === path)) return;
  const isNew = property.since !== undefined && version < property.since;
  yield {
    span: entry.key.span,
    message: isNew
      ? `${inside(path)} exists since api-version ${property.since}, and not in ${inVersion(connector.apiVersion)}. ${connector.apiVersion.assumed ? 'Send it with that version.' : 'Take that version, or remove it.'}`
      : `${inside(path)} was last in api-version ${property.last}, and is not in ${inVersion(connector.apiVersion)}. Remove it.`,
    fixes: isNew ? takeVersion(connector, property) : [{ title: `Remove ${inside(path)}`, edits: [removeField(document, parent, entry)] }],
  };
}

/** Only where nothing else in the body would be wrong in that version, nor is given an older name by another fix. */
function takeVersion({ apiVersion: { node, value: version = '' }, fields }: ArmConnectorView, { since }: ArmProperty): readonly Fix[] {
  if (fields.some(({ path }) => armRenames.some((change) => change.path === path && version < change.since))) return [];
  if (!node || since === undefined || fields.some(({ property }) => property && !hasProperty(property, since))) return [];
  return [replace(`Take api-version ${since}`, node.span, JSON.stringify(since))];
}

function* goneOfferings({ document, offerings, properties, apiVersion }: ArmConnectorView, version: string): Iterable<RuleFinding> {
  const list = valueAt(properties, 'offerings');
  for (const { typeNode, type, map } of offerings) {
    const property = type === undefined ? undefined : armProperty(`offerings.${type}`);
    if (!typeNode || !property || hasProperty(property, version)) continue;
    const isNew = property.since !== undefined && version < property.since;
    yield {
      span: typeNode.span,
      message: `Offering ${type} ${isNew ? `exists since api-version ${property.since}` : `was last in api-version ${property.last}`}, and is not in ${inVersion(apiVersion)}. Remove it${isNew ? ', or take that version' : ''}.`,
      fixes: isNew || list?.kind !== 'sequence' ? [] : [{ title: `Remove ${type}`, edits: [removeItem(document, list, list.items.indexOf(map))] }],
    };
  }
}
