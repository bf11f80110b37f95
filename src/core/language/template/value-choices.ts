import { catalog } from '../../catalog/catalog';
import { resourceTypeNames } from '../../catalog/resource-types';
import type { LocatedDocument } from '../../document/located';
import { valueAt } from '../../document/value-at';
import { rules } from '../../lint/rules';
import { audienceFact, providerFact, roleFact, sessionNameFact } from '../facts';
import type { Path } from '../schema-node';
import type { Choice } from '../value-completions';
import { policyValues } from './policy-choices';
import { shapeAt, typeAt } from './property-shape';
import { roleOfResource } from './role-at';

/** Values that a place in a template may take, references aside. */
export function valueChoices(document: LocatedDocument, path: Path): readonly Choice[] {
  const [section, id, key] = path;
  if (section === 'Resources' && key === 'Type' && path.length === 3) return resourceTypeNames.map((value) => ({ value }));
  if (section === 'Parameters' && path.length === 3) return parameterChoices(String(id), String(key));
  if (section === 'Metadata' && key === 'Disable') return rules.map(({ id: value, summary }) => ({ value, documentation: summary }));
  if (section !== 'Resources' || key !== 'Properties') return [];
  return [...tokenChoices(document, path), ...policyValues(document, path), ...propertyChoices(document, path)];
}

function parameterChoices(name: string, key: string): readonly Choice[] {
  if (key === 'Type') return catalog.parameters.map(({ type: value }) => ({ value }));
  const parameter = catalog.parameters.find((known) => known.name === name);
  if (key !== 'Default' || !parameter) return [];
  return [...(parameter.default === null ? [] : [parameter.default]), ...(parameter.allowedValues ?? [])].map((value) => ({ value, detail: 'default' }));
}

/** What a trust policy compares a token with. */
function tokenChoices(document: LocatedDocument, path: Path): readonly Choice[] {
  const key = String(typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1));
  if (key.endsWith(':aud')) return audiences(roleOfResource(document, String(path[1]))?.audience ?? undefined);
  if (key !== 'sts:RoleSessionName') return [];
  const tenant = valueAt(document.root, 'Metadata', 'DefenderConnectors', 'Tenant');
  const value = `${catalog.sessionName.prefix}${tenant?.kind === 'scalar' && tenant.value ? String(tenant.value) : ''}`;
  return [{ value, detail: 'followed by the tenant id', documentation: sessionNameFact(value) }];
}

function propertyChoices(document: LocatedDocument, path: Path): readonly Choice[] {
  const known = knownValues[`${typeAt(document, path)} ${path.slice(3).map((step) => (typeof step === 'number' ? '[]' : step)).join(' ')}`];
  if (known) return known();
  const shape = shapeAt(document, path);
  if (shape === 'boolean') return [{ value: 'true' }, { value: 'false' }];
  return typeof shape === 'object' && 'values' in shape ? shape.values.map((value) => ({ value })) : [];
}

const audiences = (first: string | undefined): readonly Choice[] =>
  catalog.audiences
    .toSorted((one, other) => Number(other.audience === first) - Number(one.audience === first))
    .map(({ audience, purpose }) => ({ value: audience, detail: purpose, documentation: audienceFact(audience) }));

const roleNames = (): readonly Choice[] =>
  catalog.roles
    .filter(({ legacy, defaultName }) => !legacy && defaultName !== null && !defaultName.includes('${'))
    .map(({ id, defaultName }) => ({ value: defaultName ?? '', detail: id, documentation: roleFact(id) }));

const providerUrls = (): readonly Choice[] =>
  catalog.providers.filter(({ url }) => !url.includes('<')).map(({ url }) => ({ value: url, documentation: providerFact(url) }));

const thumbprints = (): readonly Choice[] => catalog.providers.flatMap(({ thumbprints: known, id }) => known.map((value) => ({ value, detail: id })));

/** By resource type and property, `[]` for an item of a list. */
const knownValues: Readonly<Record<string, () => readonly Choice[]>> = {
  'AWS::IAM::Role RoleName': roleNames,
  'AWS::IAM::OIDCProvider Url': providerUrls,
  'AWS::IAM::OIDCProvider ClientIdList []': () => audiences(undefined),
  'AWS::IAM::OIDCProvider ThumbprintList []': thumbprints,
};
