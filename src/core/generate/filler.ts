import { roleById } from '../catalog/role-by-id';
import type { Connector } from '../model/connector';
import { templateNames } from './template-names';

/** Turns the catalog's texts into values of a template. */
export interface Filler {
  /** A string, or the intrinsic that makes it. */
  readonly value: (text: string) => unknown;
  /** For places where CloudFormation takes no intrinsic, such as the keys of conditions. */
  readonly literal: (text: string) => string;
}

/** `roles` are the ids of the roles in the template: their names are read from parameters. */
export function fillerFor(connector: Connector, roles: ReadonlySet<string>): Filler {
  const tenant = tenantOf(connector);
  const fill = (text: string): string =>
    text
      .replaceAll('<tenant>', tenant)
      .replaceAll(/<role:(\w+)>/g, (_, id: string) => roleName(id, connector, roles))
      .replaceAll(/<parameter:(\w+)>/g, (_, name: string) => `\${${name}}`);
  return { literal: fill, value: (text) => intrinsic(fill(text)) };
}

/** Microsoft's tokens carry tenant ids in lower case, and IAM compares them with case. */
export const tenantOf = ({ azure }: Connector): string => azure.tenant.toLowerCase();

function roleName(id: string, connector: Connector, roles: ReadonlySet<string>): string {
  const role = roleById(id);
  const parameter = role && templateNames.roleParameter(role);
  if (parameter && roles.has(id)) return `\${${parameter}}`;
  return connector.roles[id] ?? role?.defaultName ?? id;
}

function intrinsic(text: string): unknown {
  const only = /^\$\{(\w+)\}$/.exec(text)?.[1];
  if (only) return { Ref: only };
  return text.includes('${') ? { 'Fn::Sub': text } : text;
}
