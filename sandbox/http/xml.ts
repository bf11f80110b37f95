export type XmlValue = string | number | boolean | Date | readonly XmlValue[] | XmlObject | ReadonlyMap<string, XmlValue>;
export interface XmlObject {
  readonly [name: string]: XmlValue | undefined;
}

/** How lists are written: the query protocol wraps items in `<member>`, S3 repeats the element itself. */
export type ListStyle = 'member' | 'flat';

/** One element with everything below it. Absent members are left out, as the services do. */
export function toXml(name: string, value: XmlValue | undefined, lists: ListStyle = 'member'): string {
  if (value === undefined) return '';
  if (isList(value) && lists === 'flat') return value.map((item) => toXml(name, item, lists)).join('');
  return `<${name}>${content(value, lists)}</${name}>`;
}

export const escapeXml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    // A bare carriage return would come back as a line feed; other control characters are not XML at all.
    .replace(/\r/g, '&#13;')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd');

function content(value: XmlValue, lists: ListStyle): string {
  if (value instanceof Date) return value.toISOString();
  if (isList(value)) return value.map((item) => toXml('member', item, lists)).join('');
  if (value instanceof Map) return [...value].map((entry) => mapEntry(entry, lists)).join('');
  if (typeof value !== 'object') return escapeXml(String(value));
  return Object.entries(value)
    .map(([name, member]) => toXml(name, member as XmlValue | undefined, lists))
    .join('');
}

const mapEntry = ([key, value]: [string, XmlValue], lists: ListStyle): string =>
  `<entry>${toXml('key', key, lists)}${toXml('value', value, lists)}</entry>`;

const isList = (value: XmlValue): value is readonly XmlValue[] => Array.isArray(value);
