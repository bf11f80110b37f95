import type { Located, LocatedMap, LocatedScalar } from '../../document/located';
import type { Span } from '../../model/finding';

/** A value of a template as text, as far as the file alone tells it. */
export interface ResolvedText {
  /** Parts that are known only when a stack is made stand as `${Name}`. */
  readonly text: string;
  /** False where a part depends on more than the file. Pseudo parameters such as `${AWS::AccountId}` count as known. */
  readonly known: boolean;
  /** The scalar that holds exactly this text, where a fix can rewrite it: the value itself, or a parameter's default. */
  readonly scalar: LocatedScalar | undefined;
  readonly span: Span;
}

/** What the values of a template refer to. */
export interface Scope {
  /** Default of a parameter, or undefined where it has none or is not declared. */
  parameterDefault(name: string): LocatedScalar | undefined;
  /** What `Ref` (no attribute) or `Fn::GetAtt` of a resource gives. */
  attribute(logicalId: string, attribute: string | undefined): string | undefined;
}

export function resolveText(node: Located, scope: Scope): ResolvedText {
  if (node.kind === 'scalar') return { text: String(node.value ?? ''), known: node.value !== null, scalar: node, span: node.span };
  const call = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  const resolve = call ? intrinsics[String(call.key.value)] : undefined;
  if (node.kind !== 'map' || !call || !resolve) return unknown(node);
  const { text, known, scalar } = resolve(call.value, scope);
  return { text, known, scalar, span: node.span };
}

type Part = Omit<ResolvedText, 'span'>;

const intrinsics: Readonly<Record<string, (argument: Located, scope: Scope) => Part>> = {
  Ref: (argument, scope) => (argument.kind === 'scalar' ? reference(String(argument.value), scope) : unknown(argument)),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId, attribute] = argument.kind === 'sequence' ? argument.items : [];
    if (logicalId?.kind !== 'scalar' || attribute?.kind !== 'scalar') return unknown(argument);
    return found(scope.attribute(String(logicalId.value), String(attribute.value)), `${logicalId.value}.${attribute.value}`);
  },
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::If': choose,
};

function reference(name: string, scope: Scope): Part {
  if (name === 'AWS::NoValue') return { text: '', known: false, scalar: undefined };
  if (name.startsWith('AWS::')) return { text: `\${${name}}`, known: true, scalar: undefined };
  const value = scope.parameterDefault(name);
  if (value) return { text: String(value.value ?? ''), known: true, scalar: value };
  return found(scope.attribute(name, undefined), name);
}

const found = (text: string | undefined, name: string): Part => ({
  text: text ?? `\${${name}}`,
  known: text !== undefined,
  scalar: undefined,
});

function substitute(argument: Located, scope: Scope): Part {
  const [template, variables] = argument.kind === 'sequence' ? argument.items : [argument, undefined];
  if (template?.kind !== 'scalar') return unknown(argument);
  const raw = String(template.value ?? '');
  let known = true;
  const text = raw.replace(/\$\{([^{}]*)\}/g, (all, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const part = variable(name.trim(), variables, scope);
    known &&= part.known;
    return part.known ? part.text : all;
  });
  return { text, known, scalar: text === raw ? template : undefined };
}

function variable(name: string, variables: Located | undefined, scope: Scope): Part {
  const own = variables?.kind === 'map' ? entryNamed(variables, name) : undefined;
  if (own) return resolveText(own, scope);
  const dot = name.indexOf('.');
  if (dot < 0) return reference(name, scope);
  return found(scope.attribute(name.slice(0, dot), name.slice(dot + 1)), name);
}

const entryNamed = (map: LocatedMap, name: string): Located | undefined => map.entries.find(({ key }) => key.value === name)?.value;

function join(argument: Located, scope: Scope): Part {
  const [delimiter, list] = argument.kind === 'sequence' ? argument.items : [];
  if (delimiter?.kind !== 'scalar' || list?.kind !== 'sequence') return unknown(argument);
  const parts = list.items.map((item) => resolveText(item, scope));
  return {
    text: parts.map(({ text }) => text).join(String(delimiter.value ?? '')),
    known: parts.every(({ known }) => known),
    scalar: undefined,
  };
}

/** Both branches alike are as good as none; otherwise the first tells what kind of value it is, and no more. */
function choose(argument: Located, scope: Scope): Part {
  const [, one, other] = argument.kind === 'sequence' ? argument.items : [];
  if (!one || !other) return unknown(argument);
  const first = resolveText(one, scope);
  const second = resolveText(other, scope);
  return { text: first.text || second.text, known: first.known && second.known && first.text === second.text, scalar: undefined };
}

const unknown = ({ span }: Located): ResolvedText => ({ text: '', known: false, scalar: undefined, span });
