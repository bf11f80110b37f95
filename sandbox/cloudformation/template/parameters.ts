import type { Json } from '../../json';
import { validationError } from '../../service-error';
import { templateLimits } from './limits';
import type { ParameterDeclaration, Template } from './template';

export interface GivenParameter {
  readonly key: string;
  readonly value: string | undefined;
  readonly usePrevious: boolean;
}

/** Values of all declared parameters as texts, the way DescribeStacks shows them. */
export type ParameterValues = ReadonlyMap<string, string>;

/** Puts together what was given, what was before and what is default; refuses values the template does not allow. */
export function resolveParameters(
  template: Template,
  given: readonly GivenParameter[],
  previous: ParameterValues | undefined,
): ParameterValues {
  const unknown = given.filter(({ key }) => !template.parameters.has(key)).map(({ key }) => key);
  if (unknown.length > 0) throw validationError(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const values = new Map<string, string>();
  const missing: string[] = [];
  for (const [key, declaration] of template.parameters) {
    const value = valueOf(key, declaration, given, previous);
    if (value === undefined) missing.push(key);
    else values.set(key, value);
  }
  if (missing.length > 0) throw validationError(`Parameters: [${missing.join(', ')}] must have values`);
  for (const [key, value] of values) {
    const declaration = template.parameters.get(key);
    if (declaration) checkParameter(key, declaration, value);
  }
  return values;
}

function valueOf(
  key: string,
  declaration: ParameterDeclaration,
  given: readonly GivenParameter[],
  previous: ParameterValues | undefined,
): string | undefined {
  const entry = given.find((parameter) => parameter.key === key);
  if (!entry?.usePrevious) return entry?.value ?? declaration.default;
  const before = previous?.get(key);
  if (before === undefined) throw validationError(`Invalid input for parameter key ${key}. Cannot specify usePreviousValue as true for a parameter key not in the previous template`);
  return before;
}

function checkParameter(key: string, declaration: ParameterDeclaration, value: string): void {
  const problem =
    Buffer.byteLength(value) > templateLimits.parameterValueBytes
      ? `Parameter '${key}' must contain at most ${templateLimits.parameterValueBytes} bytes`
      : itemsOf(declaration, value)
          .map((item) => patternProblem(key, declaration, item) ?? sizeProblem(key, declaration, item))
          .find((text) => text !== undefined);
  if (!problem) return;
  throw validationError(
    declaration.constraintDescription
      ? `Parameter ${key} failed to satisfy constraint: ${declaration.constraintDescription}`
      : problem,
  );
}

/** Constraints hold for each value of a list (CloudFormation User Guide, Parameters). */
const itemsOf = ({ type }: ParameterDeclaration, value: string): readonly string[] =>
  isListType(type) ? value.split(',').map((item) => item.trim()) : [value];

function patternProblem(key: string, { allowedPattern, allowedValues }: ParameterDeclaration, item: string): string | undefined {
  if (allowedValues && !allowedValues.includes(item)) return `Parameter '${key}' must be one of AllowedValues`;
  if (allowedPattern !== undefined && !new RegExp(`^(?:${allowedPattern})$`).test(item)) {
    return `Parameter '${key}' must match pattern ${allowedPattern}`;
  }
  return undefined;
}

function sizeProblem(key: string, declaration: ParameterDeclaration, item: string): string | undefined {
  const { minLength, maxLength, type } = declaration;
  if (minLength !== undefined && item.length < minLength) return `Parameter '${key}' must contain at least ${minLength} characters`;
  if (maxLength !== undefined && item.length > maxLength) return `Parameter '${key}' must contain at most ${maxLength} characters`;
  return type === 'Number' || type === 'List<Number>' ? numberProblem(key, declaration, item) : undefined;
}

function numberProblem(key: string, { minValue, maxValue }: ParameterDeclaration, item: string): string | undefined {
  if (item.trim() === '' || Number.isNaN(Number(item))) return `Parameter '${key}' must be a number`;
  if (minValue !== undefined && Number(item) < minValue) return `Parameter '${key}' must be a number not less than ${minValue}`;
  if (maxValue !== undefined && Number(item) > maxValue) return `Parameter '${key}' must be a number not greater than ${maxValue}`;
  return undefined;
}

/** What `Ref` gives for a parameter: lists are parted and trimmed. */
export function parameterJson(declaration: ParameterDeclaration, value: string): Json {
  if (!isListType(declaration.type)) return value;
  return value === '' ? [] : value.split(',').map((item) => item.trim());
}

const isListType = (type: string): boolean => type === 'CommaDelimitedList' || type.startsWith('List<');
