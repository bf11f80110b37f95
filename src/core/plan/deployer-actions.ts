import json from '../../../schemas/deployment-permissions.json';
import { resourcesOf } from './template-body';
import { holds, type TemplateScope } from './template-scope';

/** Actions that a deployment calls as the deployer, by the type of the resource that they are for. */
export interface DeployerActions {
  readonly stack: readonly string[];
  readonly byType: ReadonlyMap<string, readonly string[]>;
  /** Types of the template whose needs are not known here. */
  readonly unknown: readonly string[];
}

/**
 * A new stack creates, and deletes again when it fails; a stack that is there also updates. The policies of Defender's
 * templates are for roles alone, so that actions on users and groups are left out.
 */
export function deployerActions(scope: TemplateScope, newStack: boolean): DeployerActions {
  const made = resourcesOf(scope.body).filter(({ condition }) => condition === null || holds(condition, scope));
  const types = [...new Set(made.map(({ type }) => type))];
  const byType = new Map(
    types.flatMap((type) => {
      const needs = permissions[type];
      if (!needs) return [];
      const actions = [...needs.create, ...needs.delete, ...(newStack ? [] : needs.update)].filter((action) => !/(User|Group)Policy$/.test(action));
      return [[type, [...new Set(actions)]] as const];
    }),
  );
  return { stack: json.stack.actions, byType, unknown: types.filter((type) => !byType.has(type)) };
}

interface Needs {
  readonly create: readonly string[];
  readonly update: readonly string[];
  readonly delete: readonly string[];
}

const permissions: Readonly<Record<string, Needs | undefined>> = json.types;
