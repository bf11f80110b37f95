import { own, type JsonObject } from '../../model/json';

const discriminators = ['environmentType', 'organizationMembershipType'] as const;

/** Two objects whose fields must not be mixed: the specification gives each kind fields of its own. */
export const isOtherKind = (one: JsonObject, other: JsonObject): boolean =>
  discriminators.some((key) => typeof own(one, key) === 'string' && typeof own(other, key) === 'string' && own(one, key) !== own(other, key));
