import { entryOf } from '../../document/entry-of';
import { shown } from '../../document/shown';
import { referenceTo } from './attached-policies';
import { keptView } from './kept-view';
import { listed } from './listed';
import { policyText, type PolicyText } from './policy-statement';
import { resolveText, type ResolvedText, type Scope } from './resolved-text';
import type { ResourceView } from './resource-view';
import type { TemplateScope } from './template-scope';

/** A policy that is a resource of its own, managed or inline. */
export interface PolicyView extends PolicyText {
  readonly resource: ResourceView;
  readonly kind: 'managed' | 'inline';
  readonly label: string;
  readonly roles: readonly RoleReference[];
}

/** A role that a policy names, by `Ref` or by its name. */
export interface RoleReference {
  readonly logicalId: string | undefined;
  readonly value: ResolvedText;
}

/** Undefined for a resource that is no policy. */
export function policyViewOf(resource: ResourceView, scope: TemplateScope): PolicyView | undefined {
  const shape = shapes.get(resource.type);
  return shape && keptPolicyView(resource, scope, shape);
}

export const isPolicy = ({ type }: ResourceView): boolean => shapes.has(type);

interface Shape {
  readonly kind: PolicyView['kind'];
  readonly name: string;
  readonly roles: string;
}

const shapes: ReadonlyMap<string, Shape> = new Map([
  ['AWS::IAM::ManagedPolicy', { kind: 'managed', name: 'ManagedPolicyName', roles: 'Roles' }],
  ['AWS::IAM::Policy', { kind: 'inline', name: 'PolicyName', roles: 'Roles' }],
  ['AWS::IAM::RolePolicy', { kind: 'inline', name: 'PolicyName', roles: 'RoleName' }],
]);

const keptPolicyView = keptView(policyView);

function policyView(resource: ResourceView, scope: Scope, shape: Shape): PolicyView {
  const nameNode = entryOf(resource.properties, shape.name)?.value;
  const name = nameNode && resolveText(nameNode, scope);
  return {
    ...policyText(entryOf(resource.properties, 'PolicyDocument')?.value, scope),
    resource,
    kind: shape.kind,
    label: shown(name?.known ? name.text : String(resource.logicalId.value)),
    roles: listed(entryOf(resource.properties, shape.roles)?.value).map((node) => ({
      logicalId: referenceTo(node),
      value: resolveText(node, scope),
    })),
  };
}
