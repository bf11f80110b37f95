import { entryOf } from '../../document/entry-of';
import type { Located, LocatedDocument, LocatedEntry, LocatedScalar, LocatedSequence } from '../../document/located';
import { valueAt } from '../../document/value-at';

/** A connector file as its rules see it: each part where it stands, absent where it is missing or of another type. */
export interface ConnectorView {
  readonly document: LocatedDocument;
  readonly accountId: LocatedScalar | undefined;
  readonly isManagementAccount: boolean;
  readonly excluded: LocatedSequence | undefined;
  readonly regions: LocatedSequence | undefined;
  readonly scanInterval: LocatedScalar | undefined;
  readonly access: LocatedScalar | undefined;
  readonly deploymentMethod: LocatedScalar | undefined;
  readonly deploymentRegion: LocatedScalar | undefined;
  /** A plan that is declared. */
  plan(id: string): LocatedEntry | undefined;
  /** A plan's setting, whether on or off. */
  setting(plan: string, key: string): LocatedEntry | undefined;
}

export function connectorView(document: LocatedDocument): ConnectorView {
  const { root } = document;
  const plan = (id: string): LocatedEntry | undefined => entryOf(valueAt(root, 'plans'), id);
  return {
    document,
    accountId: scalar(valueAt(root, 'account', 'id')),
    isManagementAccount: scalar(valueAt(root, 'account', 'type'))?.value === 'management',
    excluded: sequence(valueAt(root, 'account', 'excluded')),
    regions: sequence(valueAt(root, 'regions')),
    scanInterval: scalar(valueAt(root, 'scanIntervalHours')),
    access: scalar(valueAt(root, 'access')),
    deploymentMethod: scalar(valueAt(root, 'deployment', 'method')),
    deploymentRegion: scalar(valueAt(root, 'deployment', 'region')),
    plan,
    setting: (id, key) => entryOf(plan(id)?.value, key),
  };
}

/** A feature is on when it is `true` or carries settings of its own. */
export const isOn = (entry: LocatedEntry | undefined): boolean =>
  entry?.value.kind === 'map' || (entry?.value.kind === 'scalar' && entry.value.value === true);

const scalar = (node: Located | undefined): LocatedScalar | undefined => (node?.kind === 'scalar' ? node : undefined);

const sequence = (node: Located | undefined): LocatedSequence | undefined =>
  node?.kind === 'sequence' ? node : undefined;
