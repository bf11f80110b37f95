import { isJsonObject, type Json, type JsonObject } from '../../json';
import { validationError } from '../../service-error';
import { parseYaml } from './parse-yaml';
import type { DeletionPolicy, OutputDeclaration, ParameterDeclaration, ResourceDeclaration, Template } from './template';

/** Reads a template in JSON or YAML. Texts: as CloudFormation is known to word its template format errors. */
export function parseTemplate(text: string): Template {
  const value = text.trimStart().startsWith('{') ? parseJson(text) : parseYaml(text);
  if (!isJsonObject(value)) throw formatError('unsupported structure.');
  const unknown = Object.keys(value).filter((section) => !sections.includes(section));
  if (unknown.length > 0) throw validationError(`Invalid template property or properties [${unknown.join(', ')}]`);
  const resources = section(value, 'Resources');
  if (Object.keys(resources).length === 0) throw formatError('At least one Resources member must be defined.');
  return {
    description: optionalText(value.Description),
    metadata: value.Metadata,
    transforms: value.Transform === undefined ? [] : textList(value.Transform),
    parameters: mapSection(value, 'Parameters', toParameter),
    mappings: section(value, 'Mappings'),
    conditions: new Map(Object.entries(section(value, 'Conditions'))),
    resources: mapSection(value, 'Resources', toResource),
    outputs: mapSection(value, 'Outputs', toOutput),
  };
}

const sections: readonly string[] = [
  'AWSTemplateFormatVersion', 'Description', 'Metadata', 'Parameters', 'Rules', 'Mappings', 'Conditions', 'Transform',
  'Resources', 'Outputs', 'Hooks',
];

const formatError = (message: string) => validationError(`Template format error: ${message}`);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON with comments or trailing commas is often good YAML, and CloudFormation reads it so.
    return parseYaml(text);
  }
}

function section(template: JsonObject, name: string): JsonObject {
  const value = template[name];
  if (value === undefined) return {};
  if (!isJsonObject(value)) throw formatError(`[/${name}] 'null' values are not allowed in templates`);
  return value;
}

function mapSection<T>(template: JsonObject, name: string, read: (entry: JsonObject, key: string) => T): Map<string, T> {
  const entries = Object.entries(section(template, name));
  return new Map(
    entries.map(([key, entry]) => {
      if (!isJsonObject(entry)) throw formatError(`Every ${name} member must be an object.`);
      return [key, read(entry, key)];
    }),
  );
}

function toParameter(entry: JsonObject): ParameterDeclaration {
  if (typeof entry.Type !== 'string') throw formatError(`Every Parameters object must contain a Type member.`);
  if (entry.AllowedValues !== undefined && !Array.isArray(entry.AllowedValues)) {
    throw formatError('Every AllowedValues member must be a list.');
  }
  if (Array.isArray(entry.Default) || isJsonObject(entry.Default)) {
    throw formatError(`Every Default member must be a string.`);
  }
  return {
    type: entry.Type,
    default: entry.Default === undefined || entry.Default === null ? undefined : String(entry.Default),
    description: optionalText(entry.Description),
    noEcho: entry.NoEcho === true || entry.NoEcho === 'true',
    allowedPattern: optionalText(entry.AllowedPattern),
    allowedValues: entry.AllowedValues === undefined ? undefined : textList(entry.AllowedValues),
    minLength: optionalNumber(entry.MinLength),
    maxLength: optionalNumber(entry.MaxLength),
    minValue: optionalNumber(entry.MinValue),
    maxValue: optionalNumber(entry.MaxValue),
    constraintDescription: optionalText(entry.ConstraintDescription),
  };
}

function toResource(entry: JsonObject, key: string): ResourceDeclaration {
  if (typeof entry.Type !== 'string') throw formatError(`[/Resources/${key}] Every Resources object must contain a Type member.`);
  if (!/^[a-zA-Z0-9]+$/.test(key)) throw formatError(`Resource name ${key} is non alphanumeric.`);
  const unknown = Object.keys(entry).filter((name) => !resourceMembers.includes(name));
  if (unknown.length > 0) throw validationError(`Invalid template resource property '${unknown[0]}'`);
  return {
    type: entry.Type,
    properties: isJsonObject(entry.Properties) ? entry.Properties : {},
    condition: optionalText(entry.Condition),
    dependsOn: entry.DependsOn === undefined ? [] : textList(entry.DependsOn),
    deletionPolicy: (optionalText(entry.DeletionPolicy) ?? 'Delete') as DeletionPolicy,
    hasDeletionPolicy: entry.DeletionPolicy !== undefined,
    metadata: entry.Metadata,
  };
}

const resourceMembers: readonly string[] = [
  'Type', 'Properties', 'Condition', 'DependsOn', 'DeletionPolicy', 'UpdateReplacePolicy', 'UpdatePolicy',
  'CreationPolicy', 'Metadata',
];

function toOutput(entry: JsonObject, key: string): OutputDeclaration {
  if (entry.Value === undefined) throw formatError(`Output ${key} is malformed. The Value attribute is missing.`);
  return {
    value: entry.Value,
    description: optionalText(entry.Description),
    condition: optionalText(entry.Condition),
    exportName: isJsonObject(entry.Export) ? entry.Export.Name : undefined,
  };
}

const optionalText = (value: Json | undefined): string | undefined =>
  value === undefined || value === null || typeof value === 'object' ? undefined : String(value);

const optionalNumber = (value: Json | undefined): number | undefined =>
  value === undefined || value === null ? undefined : Number(value);

const textList = (value: Json): readonly string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);
