import { parametersOf, type TemplateBody, type TemplateParameter } from './template-body';
import { defaultsOf, type Values } from './template-scope';

/** A value of ours, or what the stack has. A parameter that is not chosen takes the template's default. */
export type ParameterChoice = { readonly key: string; readonly value: string } | { readonly key: string; readonly keep: true };

export interface ParameterQuestion {
  readonly template: TemplateBody;
  /** What the stack has now; null for a new one. */
  readonly previous: { readonly template: TemplateBody; readonly values: Values } | null;
  /** Values that we decide, such as whether a provider is to be made. */
  readonly decided: Values;
  /** Keep what was only the old template's default, too: the new template comes from elsewhere. */
  readonly keepAll?: boolean | undefined;
}

export interface ChosenParameters {
  readonly choices: readonly ParameterChoice[];
  /** What every parameter will be, as far as we can see it. */
  readonly values: Values;
  /** Keys that the stack keeps although the template's default is another. */
  readonly kept: readonly string[];
  /** Keys without a value, so that nothing can be deployed. */
  readonly missing: readonly string[];
}

/**
 * A value that somebody gave to the stack is kept; one that was only the old template's default follows the new
 * template, because that is where the connector file's own changes arrive.
 */
export function chooseParameters({ template, previous, decided, keepAll = false }: ParameterQuestion): ChosenParameters {
  const oldDefaults = previous ? defaultsOf(previous.template) : {};
  const parameters = parametersOf(template);
  const isKept = ({ key, hidden }: TemplateParameter) => {
    const value = previous?.values[key];
    return !(key in decided) && value !== undefined && (keepAll || hidden || value !== oldDefaults[key]);
  };
  const kept = parameters.filter(isKept).map(({ key }) => key);
  const known: Values = {
    ...defaultsOf(template),
    ...Object.fromEntries(kept.map((key) => [key, previous?.values[key] ?? ''])),
    ...decided,
  };
  return {
    choices: parameters.flatMap(({ key }): ParameterChoice[] =>
      kept.includes(key) ? [{ key, keep: true }] : key in decided ? [{ key, value: decided[key] ?? '' }] : [],
    ),
    values: known,
    kept: parameters.filter(({ key, default: preset }) => kept.includes(key) && preset !== known[key]).map(({ key }) => key),
    missing: parameters.filter(({ key }) => known[key] === undefined).map(({ key }) => key),
  };
}
