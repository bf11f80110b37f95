import { roleById } from '../catalog/role-by-id';
import type { Connector } from '../model/connector';
import { templateNames } from './template-names';
import { tenantOf } from './tenant-of';

/** Turns the catalog's texts into values of a template. */
export interface Filler {
  /** A string, or the intrinsic that makes it. */
  readonly value: (text: string) => unknown;
  /** For places where CloudFormation takes no intrinsic, such as the keys of conditions. */
  readonly literal: (text: string) => string;
}

export function fillerFor(connector: Connector): Filler {
  const tenant = tenantOf(connector);
  const fill = (text: string): string =>
    text
      .replaceAll('<tenant>', tenant)
      .replaceAll(/<role:(\w+)>/g, (_, id: string) => roleName(id, connector))
      .replaceAll(/<parameter:(\w+)>/g, (_, name: string) => `\${${name}}`);
  return { literal: fill, value: (text) => intrinsic(fill(text)) };
}

/** Read from the role's parameter, also where the role itself is not in the template: another may have made it. */
function roleName(id: string, connector: Connector): string {
  const role = roleById(id);
  const parameter = role && templateNames.roleParameter(role);
  if (parameter) return `\${${parameter}}`;
  return connector.roles[id] ?? role?.defaultName ?? id;
}

function intrinsic(text: string): unknown {
  const only = /^\$\{(\w+)\}$/.exec(text)?.[1];
  if (only) return { Ref: only };
  return text.includes('${') ? { 'Fn::Sub': text } : text;
}
