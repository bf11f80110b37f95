import { version } from '../../package.json';
import type { StackPlace } from '../app/preview/existing-stack';
import type { Connector } from '../core/model/connector';
import { ok, type Result } from '../core/model/result';
import { makeTemplate } from '../server/make-template';
import { connect, type ConnectedPorts } from './connect';
import { localFiles } from './local-files';
import { readInput } from './read-input';
import type { Terminal } from './terminal';

export interface StackOptions {
  readonly profile?: string;
  readonly region?: string;
}

/** The stack that a connector file names, with AWS for it. */
export interface StackTarget {
  readonly connector: Connector;
  readonly place: StackPlace;
  readonly ports: ConnectedPorts;
}

export async function stackTarget(path: string, { profile, region }: StackOptions, terminal: Terminal): Promise<Result<StackTarget>> {
  const text = await readInput(path);
  if (!text.ok) return text;
  const made = await makeTemplate({ connectorPath: path, text: text.value, generatorVersion: version, portalTemplate: undefined }, localFiles);
  if (!made.ok) return made;
  const { connector } = made.value;
  const { account, deployment, name } = connector;
  const place = { accountId: account.id, stack: deployment.stack, connectorName: name };
  return ok({ connector, place, ports: await connect(profile, region ?? deployment.region, terminal) });
}
