import { catalog } from '../../catalog/catalog';
import { iam } from '../../catalog/iam';
import type { PropertyShape } from '../../catalog/resource-types';
import { templateSyntax } from '../../catalog/template-syntax';
import type { LocatedDocument } from '../../document/located';
import type { Offer } from '../completion';
import type { CompletionContext } from '../completion-context';
import { insertion, type Value } from '../key-completions';
import { policyKeys } from './policy-choices';
import { shapeAt } from './property-shape';

/** Keys that the map at the cursor may still get. */
export function keyChoices(document: LocatedDocument, { path, siblings, style }: CompletionContext): readonly Offer[] {
  return keysAt(document, path)
    .filter(({ name }) => !siblings.includes(name))
    .map(({ name, required, value }) => ({
      label: name,
      kind: 'key' as const,
      ...(required ? { detail: 'required' } : {}),
      ...insertion(name, value, style),
    }));
}

interface Key {
  readonly name: string;
  readonly required: boolean;
  readonly value: Value;
}

function keysAt(document: LocatedDocument, path: CompletionContext['path']): readonly Key[] {
  const [section, , third] = path;
  if (path.length === 0) return plain(templateSyntax.sections, ['Resources']);
  if (path.length === 2 && typeof section === 'string') return declarationKeys[section]?.() ?? [];
  if (section !== 'Resources' || third !== 'Properties') return [];
  const isTrust = path.includes('AssumeRolePolicyDocument') && path.at(-2) === 'Condition';
  if (isTrust) return trustKeys();
  const ofPolicy = policyKeys(document, path);
  return ofPolicy ? plain(ofPolicy.names, ofPolicy.required) : propertyKeys(shapeAt(document, path));
}

const declarationKeys: Readonly<Record<string, () => readonly Key[]>> = {
  Resources: () => plain(templateSyntax.resourceKeys, ['Type']),
  Parameters: () => plain(templateSyntax.parameterKeys, ['Type']),
  Outputs: () => plain(templateSyntax.outputKeys, ['Value']),
};

const maps = new Set(['Properties', 'Metadata', 'Parameters', 'Rules', 'Mappings', 'Conditions', 'Resources', 'Outputs', 'CreationPolicy', 'UpdatePolicy', 'Export', 'Principal', 'NotPrincipal', 'Condition', ...iam.conditionOperators.text, ...iam.conditionOperators.other]);

const plain = (names: readonly string[], required: readonly string[]): readonly Key[] =>
  names.map((name) => ({ name, required: required.includes(name), value: { shape: maps.has(name) ? 'map' : 'blank' } }));

function propertyKeys(shape: PropertyShape | undefined): readonly Key[] {
  if (typeof shape !== 'object' || !('properties' in shape)) return [];
  const keys = Object.entries(shape.properties).map(([name, property]) => ({
    name,
    required: shape.required?.includes(name) ?? false,
    value: valueOf(property),
  }));
  return keys.toSorted((one, other) => Number(other.required) - Number(one.required));
}

function valueOf(shape: PropertyShape): Value {
  if (shape === 'boolean') return { shape: 'choice', values: ['true', 'false'] };
  if (shape === 'json' || shape === 'map') return { shape: 'map' };
  if (typeof shape === 'string') return { shape: 'blank' };
  if ('values' in shape) return { shape: 'choice', values: shape.values };
  return { shape: 'list' in shape ? 'list' : 'map' };
}

/** Keys that the published trust policies compare. A name that only a stack knows is not offered. */
const trustKeys = (): readonly Key[] => {
  const keys = catalog.roles.flatMap(({ trust }) => (trust ?? []).flatMap(({ conditions }) => conditions.map(({ key }) => key)));
  return [...new Set(keys)].filter((key) => !key.includes('<')).map((name) => ({ name, required: false, value: { shape: 'blank' } }));
};
