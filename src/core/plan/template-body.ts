/** A CloudFormation template as plain data, intrinsic functions in their long form. */
export type TemplateBody = Readonly<Record<string, unknown>>;

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asJson = (value: unknown): Json => (isJson(value) ? value : {});

export const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  readonly condition: string | null;
  readonly properties: Json;
}

export const resourcesOf = (body: TemplateBody): readonly TemplateResource[] =>
  Object.entries(asJson(body['Resources'])).map(([logicalId, value]) => {
    const resource = asJson(value);
    return {
      logicalId,
      type: String(resource['Type'] ?? ''),
      condition: typeof resource['Condition'] === 'string' ? resource['Condition'] : null,
      properties: asJson(resource['Properties']),
    };
  });

export interface TemplateParameter {
  readonly key: string;
  readonly type: string;
  readonly default: string | null;
  readonly allowed: readonly string[];
  readonly hidden: boolean;
}

export const parametersOf = (body: TemplateBody): readonly TemplateParameter[] =>
  Object.entries(asJson(body['Parameters'])).map(([key, value]) => {
    const parameter = asJson(value);
    const { Default: preset } = parameter;
    return {
      key,
      type: String(parameter['Type'] ?? 'String'),
      default: preset === undefined || preset === null ? null : String(preset),
      allowed: asList(parameter['AllowedValues']).map(String),
      hidden: String(parameter['NoEcho']) === 'true',
    };
  });
