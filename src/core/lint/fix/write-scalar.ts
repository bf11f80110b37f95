import type { LocatedDocument, LocatedScalar } from '../../document/located';

/** Text that reads as this string, in the quotes of the scalar that it replaces. */
export function writeScalar(document: LocatedDocument, old: LocatedScalar | undefined, value: string): string {
  if (document.format === 'json' || old?.style === 'double') return JSON.stringify(value);
  if (old?.style === 'single' && isPrintable(value)) return `'${value.replaceAll("'", "''")}'`;
  return isPlain(value) ? value : JSON.stringify(value);
}

const isPrintable = (value: string): boolean => !/[^\x20-\x7e]/.test(value);

/** True where YAML reads the bare text as this string, also inside brackets. */
const isPlain = (value: string): boolean =>
  /^[A-Za-z/][-\w./=+@]*(?::[-\w./=+@]+)*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
