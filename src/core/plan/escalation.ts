/** More power than before, which somebody has to acknowledge by itself before it is deployed. */
export interface Escalation {
  /** The same for the same thing, whenever it is looked at: `wildcard:s3:*`, `principal:arn:…`, `adminPolicy:AdministratorAccess`. */
  readonly id: string;
  readonly kind: 'wildcard' | 'principal' | 'adminPolicy';
  /** One sentence. */
  readonly message: string;
}
