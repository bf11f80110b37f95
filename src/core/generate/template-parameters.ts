import { catalog, type CatalogParameter } from '../catalog/catalog';
import { limit } from '../catalog/limit';
import type { Connector } from '../model/connector';

type Parameters = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Declarations of the catalog's parameters that the body names, in the catalog's order. */
export function templateParameters(body: unknown, connector: Connector): Parameters {
  const text = JSON.stringify(body);
  return Object.fromEntries(
    catalog.parameters
      .filter(({ name, superseded }) => !superseded && isNamed(name, text))
      .map((parameter) => [parameter.name, declaration(parameter, connector)]),
  );
}

const isNamed = (name: string, text: string): boolean => text.includes(`{"Ref":"${name}"}`) || text.includes(`\${${name}}`);

function declaration(parameter: CatalogParameter, connector: Connector): Readonly<Record<string, unknown>> {
  const { type, description, allowedValues, role } = parameter;
  const value = defaultOf(parameter, connector);
  return {
    Type: type,
    Description: description,
    ...(value !== null && { Default: value }),
    ...patternOf(parameter, value),
    ...(role !== null && { MaxLength: limit('roleNameChars') }),
    ...(allowedValues && { AllowedValues: allowedValues }),
  };
}

function defaultOf(parameter: CatalogParameter, { roles, account }: Connector): string | null {
  if (parameter.name === 'IsManagementAccountOnboarding') return String(account.type === 'management');
  return (parameter.role === null ? undefined : roles[parameter.role]) ?? parameter.default;
}

/** IAM allows names that the portal's pattern does not. A connector file that asks for one means it. */
function patternOf({ allowedPattern }: CatalogParameter, value: string | null) {
  if (allowedPattern === null) return {};
  return value === null || new RegExp(`^(?:${allowedPattern})$`).test(value) ? { AllowedPattern: allowedPattern } : {};
}
