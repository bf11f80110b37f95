import type { LocatedDocument } from '../../document/located';
import { valueAt } from '../../document/value-at';
import { armFacts, armNamesBelow, armProperty, awsOfferings, hasProperty, type ArmProperty } from '../../lint/arm/arm-properties';
import { roleAt } from '../../lint/arm/role-at';
import { knownText } from '../../lint/view/arm-expression';
import { withSpan, type Completion, type Offer } from '../completion';
import { completionContext, type CompletionContext } from '../completion-context';
import { roleFact } from '../facts';
import { insertion, type Value } from '../key-completions';
import { regionChoices, scanIntervalChoices, valueOffers, type Choice } from '../value-completions';
import { armFact } from './arm-hover';
import { armPlaceAt, type ArmPlace } from './arm-place';

/** What a connector as Azure has it can hold at an offset, by its api-version. */
export function armCompletionsAt(document: LocatedDocument, offset: number): readonly Completion[] {
  const { format } = document;
  const text = document.text.toString();
  const context = completionContext(text, format, offset);
  if (!context) return [];
  const offers = context.writes === 'key' ? keyOffers(document, context) : valueOffers(choices(document, context), context.style);
  return withSpan(text, context, offers);
}

function keyOffers(document: LocatedDocument, { path, siblings, style }: CompletionContext): readonly Offer[] {
  const place = armPlaceAt(document, path);
  if (!place) return [];
  return keysAt(place, path)
    .filter(({ name }) => !siblings.includes(name))
    .map(({ name, value, documentation }) => ({ label: name, kind: 'key' as const, ...(documentation ? { documentation } : {}), ...insertion(name, value, style) }));
}

interface Key {
  readonly name: string;
  readonly value: Value;
  readonly documentation?: string | undefined;
}

function keysAt(place: ArmPlace, path: CompletionContext['path']): readonly Key[] {
  if (place.steps.length === 0) return envelope;
  const { path: below, apiVersion } = place;
  // Until it says what it is, an offering has no other fields.
  if (below === undefined) return typeof path.at(-1) === 'number' ? [{ name: 'offeringType', value: { shape: 'choice', values: offeringsOf(place) } }] : [];
  const membership = below === organization ? knownText(valueAt(place.resource, ...place.steps, 'organizationMembershipType')) : undefined;
  if (below === organization && membership === undefined) return [{ name: 'organizationMembershipType', value: { shape: 'choice', values: memberships } }];
  return fieldsAt(membership === undefined ? below : `${below}.${membership}`, apiVersion);
}

const organization = 'environmentData.organizationalData';

const fieldsAt = (below: string, apiVersion: string): readonly Key[] =>
  armNamesBelow(below).flatMap((name): readonly Key[] => {
    const property = armProperty(below === '' ? name : `${below}.${name}`);
    if (!property || property.readOnly || !hasProperty(property, apiVersion)) return [];
    return [{ name, value: valueOf(property), documentation: armFact(property) }];
  });

const envelope: readonly Key[] = [
  { name: 'type', value: { shape: 'text', example: 'Microsoft.Security/securityConnectors' } },
  { name: 'apiVersion', value: { shape: 'text', example: armFacts.assumedVersion } },
  { name: 'name', value: { shape: 'blank' } },
  { name: 'location', value: { shape: 'blank' } },
  { name: 'properties', value: { shape: 'map' } },
];

const memberships: readonly string[] = ['Organization', 'Member'];

function valueOf({ type, values }: ArmProperty): Value {
  if (type === 'boolean') return { shape: 'choice', values: ['true', 'false'] };
  if (type === 'array') return { shape: 'list' };
  if (type === 'object' || type === 'map') return { shape: 'map' };
  const ours = values && forAws(values);
  if (ours) return { shape: 'choice', values: ours };
  return type === 'integer' ? { shape: 'text', example: '12' } : { shape: 'blank' };
}

/** Of clouds only this one, and of all other words each. */
const forAws = (values: readonly string[]): readonly string[] => (values.some((value) => /^aws/i.test(value)) ? values.filter((value) => /^aws/i.test(value)) : values);

function choices(document: LocatedDocument, { path }: CompletionContext): readonly Choice[] {
  const place = armPlaceAt(document, path);
  if (!place) return [];
  const [first] = place.steps;
  if (place.steps.length === 1 && first === 'type') return [{ value: 'Microsoft.Security/securityConnectors' }];
  if (place.steps.length === 1 && first === 'apiVersion') return versions();
  if (path.at(-1) === 'offeringType') return offeringsOf(place).map((value) => ({ value }));
  if (path.at(-1) === 'organizationMembershipType') return memberships.map((value) => ({ value }));
  return place.path === undefined ? [] : fieldChoices(place, place.path);
}

const versions = (): readonly Choice[] =>
  armFacts.apiVersions
    .filter((version) => version >= armFacts.oldBefore.apiVersion)
    .reverse()
    .map((value) => ({ value, ...(value === armFacts.assumedVersion && { detail: 'default' }) }));

/** Each offering stands in the list once. */
function offeringsOf({ resource, apiVersion, steps }: ArmPlace): readonly string[] {
  const list = valueAt(resource, 'properties', 'offerings');
  const own = steps.find((step) => typeof step === 'number');
  const others = list?.kind === 'sequence' ? list.items.flatMap((item, index) => (index === own ? [] : (knownText(valueAt(item, 'offeringType')) ?? []))) : [];
  return awsOfferings.filter((type) => !others.includes(type) && hasProperty(armProperty(`offerings.${type}`) ?? {}, apiVersion));
}

function fieldChoices({ resource }: ArmPlace, path: string): readonly Choice[] {
  if (path === 'environmentData.regions') return regionChoices();
  if (path === 'environmentData.scanInterval') return scanIntervalChoices();
  const role = roleAt(path);
  const account = knownText(valueAt(resource, 'properties', 'hierarchyIdentifier'));
  if (role?.defaultName && account) return [{ value: `arn:aws:iam::${account}:role/${role.defaultName}`, detail: role.id, documentation: roleFact(role.id) }];
  const property = armProperty(path);
  if (property?.type === 'boolean') return [{ value: 'true' }, { value: 'false' }];
  return forAws(property?.values ?? []).map((value) => ({ value }));
}
