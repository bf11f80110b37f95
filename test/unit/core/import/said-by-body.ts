import { isJsonObject, own, type Json, type JsonObject } from '../../../../src/core/model/json';

/**
 * A body without what means nothing to compare: read-only fields, nulls, empty objects and lists, the order of
 * offerings, and the etag, which belongs to an answer and not to a file.
 */
export function saidByBody(body: JsonObject): Json {
  const { id: _id, name: _name, type: _type, systemData: _systemData, etag: _etag, kind, ...rest } = body;
  const properties = own(rest, 'properties');
  const said = isJsonObject(properties) ? properties : {};
  const environment = own(said, 'environmentData');
  const offerings = (own(said, 'offerings') ?? []) as readonly JsonObject[];
  const { hierarchyIdentifierTrialEndDate: _end, ...settings } = said;
  return withoutEmpty({
    ...rest,
    ...(kind === '' || kind === undefined ? {} : { kind }),
    properties: {
      ...settings,
      environmentData: isJsonObject(environment) ? omit(environment, 'accountName') : (environment ?? null),
      offerings: Object.fromEntries(
        offerings.map((offering, index) => [String(offering['offeringType'] ?? index), { type: true, ...omit(offering, 'description') }]),
      ),
    },
  });
}

const omit = (object: JsonObject, name: string): JsonObject => Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

function withoutEmpty(value: Json): Json {
  if (Array.isArray(value) || !isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]): [string, Json] => [key, withoutEmpty(part)])
      .filter(([, part]) => part !== null && !(typeof part === 'object' && Object.keys(part).length === 0)),
  );
}
