import type { CatalogRole } from '../../catalog/catalog';
import { limit } from '../../catalog/limit';
import { shown } from '../../document/shown';

export interface RoleNameMistake {
  /** What is wrong, with advice. */
  readonly message: string;
  /** A name that is like it and right, where there is one. */
  readonly right?: string;
}

/** Undefined for a right name. */
export function roleNameMistake(name: string, role: CatalogRole | undefined): RoleNameMistake | undefined {
  const most = limit('roleNameChars');
  if (name.length > most) return { message: `Role name ${shown(name)} has ${name.length} characters, and IAM takes ${most}. Shorten it.` };
  if (!/^[\w+=,.@-]+$/.test(name)) return { message: `Role name ${shown(name)} has characters that IAM does not take. ${allowed}` };
  const pattern = role?.namePattern;
  if (!pattern || new RegExp(`^(?:${pattern})$`).test(name)) return undefined;
  const prefix = /^\((\w+)\)/.exec(pattern)?.[1];
  if (!prefix || name.startsWith(prefix)) return { message: `Role name ${shown(name)} has characters that Defender for Cloud does not take. ${allowed}` };
  const right = `${prefix}${name}`;
  const fits = right.length <= most && new RegExp(`^(?:${pattern})$`).test(right);
  const message = `Role name ${shown(name)} does not start with ${prefix}, as Defender for Cloud asks of this role. Write ${fits ? right : `${prefix} in front of it`}.`;
  return { message, ...(fits && { right }) };
}

const allowed = 'Use letters, digits, hyphens and underscores.';
