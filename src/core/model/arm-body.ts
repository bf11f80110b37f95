import type { JsonObject } from './json';

/** A `Microsoft.Security/securityConnectors` resource as Azure sends or accepts it: its fields differ by api-version. */
export type ArmConnector = JsonObject;

/**
 * The same with the present names of its fields, and `properties.offerings` as an object by offering type,
 * so that two bodies can be compared path by path.
 */
export type ArmTree = JsonObject;

/**
 * What Azure has and the rest of a connector file cannot say: a piece of an `ArmTree`.
 * It speaks where the file is silent or says a default; null leaves a default out.
 */
export type ArmRemainder = JsonObject;
