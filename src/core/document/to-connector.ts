import type { Connector, DeploymentSettings } from '../model/connector';
import { validateConnector } from '../lint/generated/validate-connector';
import type { LocatedDocument } from './located';
import { toPlain } from './to-plain';

/** The connector that a file declares, defaults filled in. Undefined when the file does not hold to the schema. */
export function toConnector(document: LocatedDocument): Connector | undefined {
  if (!document.root || document.syntaxErrors.length > 0) return undefined;
  const plain = toPlain(document.root);
  return validateConnector(plain) ? withDefaults(plain) : undefined;
}

/** What the schema demands; everything else may be absent. */
type DeclaredConnector = Pick<Connector, 'name' | 'azure'> &
  Partial<Omit<Connector, 'name' | 'azure' | 'account' | 'deployment'>> & {
    readonly account: Partial<Connector['account']> & Pick<Connector['account'], 'id'>;
    readonly deployment?: Partial<DeploymentSettings>;
  };

function withDefaults(plain: unknown): Connector {
  // The one cast: the schema has just held the value to this shape.
  const declared = plain as DeclaredConnector;
  return {
    name: declared.name,
    account: { type: 'single', excluded: [], ...declared.account },
    regions: declared.regions ?? 'all',
    scanIntervalHours: declared.scanIntervalHours ?? 12,
    azure: declared.azure,
    access: declared.access ?? 'default',
    plans: declared.plans ?? {},
    roles: declared.roles ?? {},
    deployment: { method: 'cloudFormation', stack: 'defender-for-cloud', region: 'us-east-1', ...declared.deployment },
    ...(declared.arm === undefined ? {} : { arm: declared.arm }),
  };
}
