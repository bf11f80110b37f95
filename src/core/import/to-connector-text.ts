import { Document, isMap, isScalar } from 'yaml';
import type { Connector } from '../model/connector';
import { unknownTenant } from './unknown-tenant';

export interface ConnectorTextOptions {
  readonly format: 'yaml' | 'json';
  /** Lines of a comment above the file; JSON has none. */
  readonly header?: readonly string[];
}

/** A connector file: keys in the order of a reader's questions, and of the defaults those that a reader looks for. */
export function toConnectorText(connector: Connector, { format, header = [] }: ConnectorTextOptions): string {
  const declaration = toDeclaration(connector);
  if (format === 'json') return `${JSON.stringify(declaration, null, 2)}\n`;
  const document = new Document(declaration, { aliasDuplicateObjects: false });
  document.commentBefore = header.map((line) => ` ${line}`).join('\n') || null;
  for (const plan of Object.keys(connector.plans)) inOneLine(document.getIn(['plans', plan], true));
  inOneLine(document.get('roles', true));
  if (connector.azure.tenant === unknownTenant)
    comment(document.getIn(['azure', 'tenant'], true), ' not known: put your Microsoft Entra tenant id here');
  commentAbove(document.contents, 'arm', ' What Azure has and this file has no words for.');
  return document.toString({ lineWidth: 0 });
}

function toDeclaration({ name, account, azure, plans, deployment, ...connector }: Connector) {
  return {
    name,
    account: {
      id: account.id,
      type: account.type,
      ...(account.excluded.length > 0 ? { excluded: account.excluded } : {}),
      ...(account.stackSet === undefined ? {} : { stackSet: account.stackSet }),
    },
    regions: connector.regions,
    scanIntervalHours: connector.scanIntervalHours,
    azure,
    access: connector.access,
    plans,
    ...(Object.keys(connector.roles).length > 0 ? { roles: connector.roles } : {}),
    deployment: {
      ...(deployment.method === 'cloudFormation' ? {} : { method: deployment.method }),
      stack: deployment.stack,
      region: deployment.region,
      ...(deployment.template === undefined ? {} : { template: deployment.template }),
      ...(deployment.templateFrom === undefined ? {} : { templateFrom: deployment.templateFrom }),
      ...(deployment.templateUrl === undefined ? {} : { templateUrl: deployment.templateUrl }),
    },
    ...(connector.arm === undefined ? {} : { arm: connector.arm }),
  };
}

function inOneLine(node: unknown): void {
  if (isMap(node)) node.flow = true;
}

function comment(node: unknown, text: string): void {
  if (isScalar(node)) node.comment = text;
}

function commentAbove(contents: unknown, key: string, text: string): void {
  const keys = isMap(contents) ? contents.items.map((pair) => pair.key) : [];
  for (const node of keys) if (isScalar(node) && node.value === key) node.commentBefore = text;
}
