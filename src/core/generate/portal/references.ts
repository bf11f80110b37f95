import { fieldsOf } from './portal-template';

/** What a piece of a template refers to. A name is a resource's or a parameter's: CloudFormation keeps them apart. */
export interface Reference {
  readonly kind: 'name' | 'condition' | 'mapping';
  readonly name: string;
}

/** Everything that a value refers to, wherever it stands. Never throws. */
export function references(value: unknown): readonly Reference[] {
  if (Array.isArray(value)) return value.flatMap(references);
  return Object.entries(fieldsOf(value)).flatMap(([key, inner]) => [...own(key, inner), ...references(inner)]);
}

/** Names in the text of `Fn::Sub`, without their attributes; `${!…}` is written out by CloudFormation as it stands. */
export const substitution = /\$\{(?!!)([^}.]+)((?:\.[^}]+)?)\}/g;

function own(key: string, inner: unknown): readonly Reference[] {
  const first: unknown = Array.isArray(inner) ? inner[0] : inner;
  if (typeof first !== 'string') return [];
  switch (key) {
    case 'Ref':
      return [{ kind: 'name', name: first }];
    case 'Fn::GetAtt':
      return [{ kind: 'name', name: first.split('.')[0] ?? first }];
    case 'DependsOn':
      return [inner].flat().filter((one) => typeof one === 'string').map((name) => ({ kind: 'name', name }));
    case 'Fn::Sub':
      return [...first.matchAll(substitution)].map(([, name = '']) => ({ kind: 'name', name }));
    case 'Fn::If':
    case 'Condition':
      return [{ kind: 'condition', name: first }];
    case 'Fn::FindInMap':
      return [{ kind: 'mapping', name: first }];
    default:
      return [];
  }
}
