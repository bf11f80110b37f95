import fc from 'fast-check';
import { toArmBody } from '../../../../src/core/generate/arm-body';
import { isJsonObject, type Json, type JsonObject } from '../../../../src/core/model/json';
import { anyConnector } from '../generate/arm/any-connector';

/** What a service might put where the specification has something else. */
const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, '', 'P9', 5, 2.5, {}, [], ['x', 'x'], [1], { unknown: true }),
  fc.constant<Json>('arn:aws:iam::210987654321:role/path/Elsewhere'),
);

interface Oddity {
  readonly at: number;
  readonly what: 'replace' | 'remove' | 'add';
  readonly value: Json;
}

const oddities = fc.array(
  fc.record<Oddity>({ at: fc.nat(), what: fc.constantFrom('replace', 'remove', 'add'), value: odd }),
  { maxLength: 6 },
);

/** A body as a connector makes it, then bent: values replaced, taken away or added anywhere below `properties`. */
export const anyArmBody: fc.Arbitrary<JsonObject> = fc.tuple(anyConnector, oddities).map(([connector, changes]) => {
  const body = JSON.parse(JSON.stringify(toArmBody(connector).body)) as Record<string, Json>;
  for (const change of changes) bend(body, change);
  return { ...body, id: '/x', name: connector.name, type: 'Microsoft.Security/securityConnectors', etag: 'e', kind: '', tags: { team: 'a' } };
});

function bend(body: Record<string, Json>, { at, what, value }: Oddity): void {
  const places = [...placesIn(body['properties'] ?? {})].filter(({ key }) => !untouched.has(key));
  const place = places[at % Math.max(places.length, 1)];
  if (!place) return;
  if (what === 'replace') place.parent[place.key] = structuredClone(value);
  else if (what === 'remove') delete place.parent[place.key];
  else place.parent['somethingNew'] = structuredClone(value);
}

/** Without these there is no AWS connector, or another offering; a plain text as `subPlan` is put right on purpose. */
const untouched = new Set(['subPlan', 'environmentName', 'offerings', 'offeringType', 'organizationMembershipType', 'environmentType']);

function* placesIn(value: Json): Generator<{ readonly parent: Record<string, Json>; readonly key: string }> {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) yield* placesIn(item);
  } else if (isJsonObject(value)) {
    for (const [key, part] of Object.entries(value)) {
      yield { parent: value as Record<string, Json>, key };
      yield* placesIn(part);
    }
  }
}
