/**
 * A command with its values. They come from files and from AWS: each is quoted for a POSIX shell unless it is plain.
 * A place without a value leaves no command, as half of one is worse than none.
 */
export function filledScript(script: string, values: Readonly<Record<string, string | readonly string[]>>): string | null {
  const names = [...script.matchAll(place)].map(([, name = '']) => name);
  if (names.some((name) => !Object.hasOwn(values, name))) return null;
  return script.replace(place, (_, name: string) => [values[name] ?? ''].flat().map(quoted).join(' '));
}

const place = /\{([a-zA-Z]+)\}/g;

const quoted = (value: string): string => (/^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`);
