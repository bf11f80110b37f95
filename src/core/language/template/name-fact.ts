import { entryOf } from '../../document/entry-of';
import type { Located, LocatedDocument } from '../../document/located';
import { code, paragraphs } from '../markdown';
import { parameterFact, roleFact } from '../facts';
import { placesOf, type NameKind, type NamePlace } from '../names/template-names';
import { writtenEnd } from '../structure/written-end';
import { roleOfResource } from './role-at';

/** What a template itself says of a name that it declares, and what the catalog knows of it. */
export function nameFact(document: LocatedDocument, place: NamePlace): string | undefined {
  const value = placesOf(document, place).find(({ entry }) => entry)?.entry?.value;
  return value && facts[place.kind](document, place.name, value);
}

const facts: Readonly<Record<NameKind, (document: LocatedDocument, name: string, value: Located) => string>> = {
  parameter: (_, name, value) =>
    paragraphs(`**Parameter ${name}**`, said(value, ['Type', 'Default', 'AllowedPattern']), text(value, 'Description'), parameterFact(name)),
  resource(document, name, value) {
    const role = roleOfResource(document, name);
    return paragraphs(`**${name}** ${code(text(value, 'Type') ?? 'without a type')}`, role && roleFact(role.id));
  },
  condition: (document, name, value) => paragraphs(`**Condition ${name}**`, source(document, value)),
  mapping: (_, name, value) =>
    paragraphs(`**Mapping ${name}**`, value.kind === 'map' ? value.entries.slice(0, 20).map(({ key }) => code(String(key.value))).join(', ') : undefined),
};

const said = (value: Located, keys: readonly string[]): string =>
  keys.flatMap((key) => { const found = text(value, key); return found === undefined ? [] : [`${key}: ${code(found)}`]; }).join(' · ');

function text(value: Located, key: string): string | undefined {
  const found = entryOf(value, key)?.value;
  return found?.kind === 'scalar' && found.value !== null && found.value !== '' ? String(found.value) : undefined;
}

/** As it is written, a dozen lines at most. */
function source({ text: whole, format }: LocatedDocument, { span }: Located): string {
  const written = whole.slice(span.start, Math.min(writtenEnd(whole, span), span.start + 1000)).split('\n').slice(0, 12).join('\n');
  return `\`\`\`${format}\n${written.replaceAll('```', "'''")}\n\`\`\``;
}
