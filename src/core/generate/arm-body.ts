import { readConnector } from '../import/read-connector';
import type { ArmConnector, ArmTree } from '../model/arm-body';
import type { Connector } from '../model/connector';
import { isJsonObject, own } from '../model/json';
import { defaultArmApiVersion, forApiVersion, type ArmApiVersion } from './arm/api-versions';
import { toArmConnector, toArmTree } from './arm/arm-tree';
import { connectorTree, defaultTree } from './arm/connector-tree';
import { mergeChange, withoutLeftOut } from './arm/merge-change';
import { withRemainder } from './arm/remainder';
import { unsaidFeatures } from './arm/unsaid-features';

export interface ArmBodyOptions {
  readonly apiVersion?: ArmApiVersion;
  /** What Azure has now: what no file can say stays as it is there, and its etag guards the update. */
  readonly base?: ArmConnector;
}

export interface GeneratedArmBody {
  readonly body: ArmConnector;
  /** What the file says and the body does not, in sentences. */
  readonly notes: readonly string[];
}

/** The body that creates the connector in Azure, or with `base` the one that updates it. */
export function toArmBody(connector: Connector, options: ArmBodyOptions = {}): GeneratedArmBody {
  const apiVersion = options.apiVersion ?? defaultArmApiVersion;
  const tree = options.base ? changed(connector, options.base) : withKept(connector);
  const properties = own(tree, 'properties');
  const { properties: adapted, changed: leftOut } = forApiVersion(isJsonObject(properties) ? properties : {}, apiVersion);
  return {
    body: toArmConnector({ ...tree, properties: adapted }),
    notes: [
      ...unsaidFeatures(connector.plans, apiVersion),
      ...leftOut.map(({ path }) => `Api-version ${apiVersion} does not know ${path.replace(/^offerings\./, '')}, so it is left out.`),
    ],
  };
}

const withKept = (connector: Connector): ArmTree =>
  withRemainder(connectorTree(connector), defaultTree(connector), connector.arm ?? {});

function changed(connector: Connector, base: ArmConnector): ArmTree {
  const now = toArmTree(base).tree;
  const before = connectorTree(readConnector(now, connector));
  const merged = mergeChange(now, before, withKept(connector));
  return withoutLeftOut(merged, connector.arm ?? {}, connectorTree(connector));
}
