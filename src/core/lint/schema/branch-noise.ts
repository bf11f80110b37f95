import type { ErrorObject } from 'ajv';

/**
 * Of a value that may have one of several shapes, a validator tells what is wrong with it as each of them. Kept is what
 * is wrong with the one shape that it has, or, where it has none of them, one error for all.
 */
export function withoutBranchNoise(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const dropped = new Set<ErrorObject>();
  for (const choice of errors) {
    if (choice.keyword !== 'anyOf') continue;
    const inside = errors.filter((error) => error !== choice && belongsTo(error, choice));
    const misshapen = inside.filter((error) => error.instancePath === choice.instancePath && isShape(error)).map(branchOf(choice));
    const fitting = inside.filter((error) => !misshapen.includes(branchOf(choice)(error)));
    const kept = new Set(fitting.length > 0 ? fitting : [choice]);
    for (const error of [choice, ...inside]) if (!kept.has(error)) dropped.add(error);
  }
  return errors.filter((error) => !dropped.has(error));
}

const belongsTo = (error: ErrorObject, choice: ErrorObject): boolean =>
  error.schemaPath.startsWith(`${choice.schemaPath}/`) && error.instancePath.startsWith(choice.instancePath);

const isShape = ({ keyword }: ErrorObject): boolean => keyword === 'type' || keyword === 'const';

/** The number of the shape that an error speaks of. */
const branchOf = (choice: ErrorObject) => (error: ErrorObject): string =>
  error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0] ?? '';
