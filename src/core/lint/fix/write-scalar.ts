import type { LocatedDocument, LocatedScalar } from '../../document/located';

/** Text that reads as this string, in the quotes of the scalar that it replaces. */
export function writeScalar(document: LocatedDocument, old: LocatedScalar | undefined, value: string): string {
  if (document.format === 'json' || old?.style === 'double') return JSON.stringify(value);
  if (old?.style === 'single' && isPrintable(value)) return `'${value.replaceAll("'", "''")}'`;
  return isPlain(value) || staysPlain(document, old, value) ? value : JSON.stringify(value);
}

/** Outside of brackets braces need no quotes; where some stand bare already, that is where we are. */
function staysPlain({ text }: LocatedDocument, old: LocatedScalar | undefined, value: string): boolean {
  const bare = old?.style === 'plain' && /[{}]/.test(text.slice(old.span.start, old.span.end));
  return bare && /^[A-Za-z][-\w./=+@:${}]*$/.test(value) && !value.endsWith(':');
}

const isPrintable = (value: string): boolean => !/[^\x20-\x7e]/.test(value);

/** True where YAML reads the bare text as this string, also inside brackets. */
const isPlain = (value: string): boolean =>
  /^[A-Za-z/][-\w./=+@]*(?::[-\w./=+@]+)*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
