import type { LocatedScalar } from '../../document/located';
import type { Scope } from './resolved-text';
import type { ResourceView } from './resource-view';
import type { TemplateScope } from './template-scope';

/** Keeps what was made of a resource until the resource changes, or an answer of the template that it was made from. */
export function keptView<V, O>(make: (resource: ResourceView, scope: Scope, other: O) => V): (resource: ResourceView, scope: TemplateScope, other: O) => V {
  const all = new WeakMap<ResourceView, Kept<V, O>>();
  return (resource, scope, other) => {
    const known = all.get(resource);
    if (known && known.other === other) {
      if (known.answers === scope.answers) return known.view;
      if (known.asked.every((asked) => isSame(asked, scope))) {
        known.answers = scope.answers;
        return known.view;
      }
    }
    const asked: Asked[] = [];
    const view = make(resource, listening(scope, asked), other);
    all.set(resource, { view, asked, other, answers: scope.answers });
    return view;
  };
}

interface Kept<V, O> {
  readonly view: V;
  readonly asked: readonly Asked[];
  readonly other: O;
  /** All answers of the template when they were compared last: while these are the same nobody has to ask again. */
  answers: TemplateScope['answers'];
}

interface Asked {
  readonly name: string;
  /** Null for the default of a parameter. */
  readonly attribute: string | undefined | null;
  readonly answer: LocatedScalar | string | undefined;
}

const isSame = ({ name, attribute, answer }: Asked, scope: Scope): boolean =>
  (attribute === null ? scope.parameterDefault(name) : scope.attribute(name, attribute)) === answer;

/** A question is noted once, however often a policy names the same parameter. */
const listening = (scope: Scope, asked: Asked[]): Scope => {
  const note = (one: Asked): void => {
    if (!asked.some(({ name, attribute, answer }) => name === one.name && attribute === one.attribute && answer === one.answer)) asked.push(one);
  };
  return {
    parameterDefault(name) {
      const answer = scope.parameterDefault(name);
      note({ name, attribute: null, answer });
      return answer;
    },
    attribute(name, attribute) {
      const answer = scope.attribute(name, attribute);
      note({ name, attribute, answer });
      return answer;
    },
  };
};
