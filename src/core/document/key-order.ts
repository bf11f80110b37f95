import { schemasAt } from '../language/schema-node';

/** Keys of a map of the connector file as the schema lists them: the order of a reader's questions. */
export const keyOrder = (path: readonly string[]): readonly string[] =>
  schemasAt(path).flatMap(({ properties }) => Object.keys(properties ?? {}));
