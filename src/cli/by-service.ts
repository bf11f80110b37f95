/** Actions as lines of `ec2: CopySnapshot, CreateSnapshot`, one or more for each service, to be read at a glance. */
export function byService(actions: readonly string[], width = 100): readonly string[] {
  const services = new Map<string, string[]>();
  for (const action of actions) {
    const [service = action, name = ''] = action.split(':', 2);
    services.set(service, [...(services.get(service) ?? []), name]);
  }
  return [...services].flatMap(([service, names]) => wrapped(service, names, width));
}

function wrapped(service: string, names: readonly string[], width: number): readonly string[] {
  if (names.every((name) => name === '')) return [service];
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    const joined = `${last}, ${name}`;
    if (last !== undefined && joined.length <= width) lines[lines.length - 1] = joined;
    else lines.push(`${service}: ${name}`);
  }
  return lines;
}
