import type { Explanation } from './explanation';

/** The explanation of an encoded refusal with what STS decoded: denied by a statement, or allowed by none; who, what, on what. */
export function withDecodedReason(explanation: Explanation, decoded: string): Explanation {
  const reason = parse(decoded);
  const [principal, action, resource] = [at(reason, 'context', 'principal', 'arn'), at(reason, 'context', 'action'), at(reason, 'context', 'resource')];
  const who = principal ?? 'The caller';
  const what = action ?? 'the action';
  const isDenied = inner(reason)['explicitDeny'] === true;
  return {
    ...explanation,
    title: `${who} may not do ${what}`,
    cause: isDenied
      ? `A statement denies ${what}${resource ? ` on ${resource}` : ''} explicitly. Nothing that allows it helps as long as that statement is there.`
      : `No statement allows ${what}${resource ? ` on ${resource}` : ''}.`,
    steps: isDenied
      ? [`Find the statement that denies ${what}: the decoded text below names it where it matched.`, 'Have an exception made, or use another principal.']
      : [`Ask for ${what}, or choose a profile that has it.`],
    actions: explanation.actions.filter((each) => each !== 'decode'),
    commands: [],
    message: `${explanation.message}\n\nDecoded:\n${typeof reason === 'object' ? JSON.stringify(reason, null, 2) : decoded}`,
    values: { ...explanation.values, ...(principal ? { principal } : {}), ...(action ? { action } : {}), ...(resource ? { resource } : {}) },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const inner = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {});

function at(value: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>((part, key) => inner(part)[key], value);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
