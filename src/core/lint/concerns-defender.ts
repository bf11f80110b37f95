import type { DocumentText } from '../document/document-text';
import { isInLines } from '../document/pieced-text';

/**
 * Whether a template can hold Defender's identity provider, or roles that trust it: a search of the text, so that
 * ordinary CloudFormation costs nothing and is never spoken about.
 */
export const concernsDefender = (text: DocumentText): boolean => isInLines(text, (lines) => marks.test(lines));

/** Tenant of Defender's provider, its name in the portal's template, its sessions, its audiences, our own metadata, and the
 * account that classic connectors came from. */
const marks =
  /33e01921-4d64-4f8c-a055-5bdaffd5e33d|ASCDefendersOIDCIdentityProvider|MicrosoftDefenderForCloud|AzureSecurityCenter\.MultiCloud|mciem-aws-oidc-app|DefenderConnectors|158177204117/i;
