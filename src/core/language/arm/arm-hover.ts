import { catalog } from '../../catalog/catalog';
import type { LocatedDocument } from '../../document/located';
import { armFacts, armProperty, armRenames, type ArmProperty } from '../../lint/arm/arm-properties';
import { roleAt } from '../../lint/arm/role-at';
import { audienceFact, planFact, regionFact, roleFact, roleNameFact, scanIntervalFact } from '../facts';
import type { LocatedPath } from '../located-path';
import { code, paragraphs } from '../markdown';
import { armPlaceAt } from './arm-place';

/** What we know of a field of a connector in Azure, or of its value. */
export function armHover(document: LocatedDocument, { path, on, scalar }: LocatedPath): string | undefined {
  const place = armPlaceAt(document, path)?.path;
  return (on === 'value' ? valueFact(place, String(scalar.value)) : undefined) ?? (place === undefined ? undefined : fieldFact(place));
}

function valueFact(place: string | undefined, text: string): string | undefined {
  const named = roleNameFact(/^arn:[\w-]+:iam::\d+:role\/(?:.*\/)?([^/]+)$/.exec(text)?.[1] ?? text) ?? audienceFact(text);
  if (named || place === undefined) return named;
  if (place === 'environmentData.regions') return regionFact(text);
  const plan = place.endsWith('.offeringType') ? catalog.plans.find(({ offeringTypes }) => offeringTypes.includes(text)) : undefined;
  return plan && planFact(plan.id);
}

function fieldFact(place: string): string | undefined {
  const field = armProperty(place);
  const role = roleAt(place);
  const interval = place === 'environmentData.scanInterval' ? scanIntervalFact() : undefined;
  return paragraphs(field && armFact(field), interval, role && roleFact(role.id)) || undefined;
}

/** What the specification says of a field. */
export function armFact({ path, type, values, readOnly, since, last }: ArmProperty): string {
  const former = armRenames.find((rename) => rename.path === path);
  return paragraphs(
    `**${path.split('.').at(-1) ?? path}** (${words[type] ?? type})`,
    values && `Known values: ${values.map(code).join(', ')}.`,
    readOnly ? 'Azure fills it in; a body that is sent does not hold it.' : undefined,
    since === undefined ? undefined : `Since api-version ${since}.`,
    last === undefined ? undefined : `Until api-version ${last}.`,
    former && `Before api-version ${former.since} it is ${code(former.formerly)}.`,
    `*Source: [Microsoft.Security/securityConnectors](${armFacts.url}). Checked ${armFacts.checked}.*`,
  );
}

const words: Readonly<Partial<Record<ArmProperty['type'], string>>> = { array: 'list', string: 'text', boolean: 'true or false', integer: 'whole number', map: 'names with values' };
