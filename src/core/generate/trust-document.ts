import type { CatalogTrust } from '../catalog/catalog';
import type { Filler } from './filler';
import { mapStrings } from './map-strings';

/** The trust policy of a role, as a value of a template. */
export const trustDocument = (trust: readonly CatalogTrust[], filler: Filler) => ({
  Version: '2012-10-17',
  Statement: trust.map((statement) => trustStatement(statement, filler)),
});

const trustStatement = ({ principal, action, conditions }: CatalogTrust, filler: Filler): Readonly<Record<string, unknown>> => ({
  Effect: 'Allow',
  Principal: mapStrings(principal, filler.value),
  Action: action,
  ...(conditions.length > 0 && { Condition: conditionBlock(conditions, filler) }),
});

/** The principal and the values may hold intrinsics; CloudFormation takes none in keys. */
function conditionBlock(conditions: CatalogTrust['conditions'], filler: Filler) {
  const tests = [...new Set(conditions.map(({ test }) => test))];
  return Object.fromEntries(
    tests.map((test) => [
      test,
      Object.fromEntries(
        conditions
          .filter((condition) => condition.test === test)
          .map(({ key, values }) => [filler.literal(key), oneOrMore(values.map(filler.value))]),
      ),
    ]),
  );
}

const oneOrMore = (values: readonly unknown[]): unknown => (values.length === 1 ? values[0] : values);
