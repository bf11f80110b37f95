import type { LocatedDocument } from '../document/located';
import type { RelatedFiles } from '../lint/related-files';
import type { RoleView } from '../lint/view/role-view';
import { templateView } from '../lint/view/template-view';
import type { Span } from '../model/finding';
import { defenderToken } from './defender-token';
import { simulateToken } from './simulate-token';
import type { Token } from './token';
import type { TokenVerdict } from './verdict';

/** What happens when Defender for Cloud assumes a role of a template. */
export interface RoleTokenVerdict extends TokenVerdict {
  readonly role: string;
  readonly roleId: string;
  readonly logicalId: string;
  /** Where the role stands: its logical id. */
  readonly place: Span;
  /** Its name, where it is written there. */
  readonly namePlace: Span | undefined;
  readonly token: Token;
  /** False where the provider that looks at the audience first is not in the template. */
  readonly providerIsHere: boolean;
}

/** A verdict for every role of Defender's that a token opens. `tenant` is the connector's or the template's, unless given. */
export function roleTokenVerdicts(document: LocatedDocument, related: RelatedFiles, tenant?: string): readonly RoleTokenVerdict[] {
  const view = templateView(document, related);
  if (!view) return [];
  return view.roles.filter(({ isDefenders }) => isDefenders).flatMap((role) => {
    const token = role.known && defenderToken(role.known, tenant ?? view.tenant);
    return token ? [roleVerdict(role, token, view.providers)] : [];
  });
}

function roleVerdict(role: RoleView, token: Token, providers: Parameters<typeof simulateToken>[2]): RoleTokenVerdict {
  return {
    ...simulateToken(role, token, providers),
    role: role.label,
    roleId: role.known?.id ?? '',
    logicalId: String(role.resource.logicalId.value),
    place: role.resource.logicalId.span,
    namePlace: role.name?.span,
    token,
    providerIsHere: providers.some(({ url }) => url?.known && url.text === token.issuer),
  };
}
