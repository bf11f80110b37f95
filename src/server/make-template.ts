import { basename, dirname, join, resolve } from 'node:path';
import { formatOf } from '../core/document/format-of';
import { generateTemplate, type GeneratedTemplate } from '../core/generate/cloudformation';
import { usableConnector } from '../core/lint/usable-connector';
import type { Connector } from '../core/model/connector';
import { ok, type Result } from '../core/model/result';
import type { Files } from './files';
import { findPortalTemplate, isForeignTemplate, readTemplate } from './portal-template';

export interface TemplateRequest {
  readonly connectorPath: string;
  readonly text: string;
  readonly generatorVersion: string;
  readonly format?: 'json' | 'yaml' | undefined;
  /** A portal template that the user names; else one beside the connector is looked for. */
  readonly portalTemplate?: string | undefined;
}

export interface MadeTemplate {
  readonly connector: Connector;
  readonly generated: GeneratedTemplate;
  /** Where it belongs: never a template that somebody else made. */
  readonly target: string;
  /** The portal template that roles were taken from. */
  readonly portalTemplate: string | undefined;
}

/** Generates a connector's template, unless the connector has errors; reads only what lies beside it. */
export async function makeTemplate(request: TemplateRequest, files: Files): Promise<Result<MadeTemplate>> {
  const { connectorPath, text, generatorVersion } = request;
  const usable = usableConnector(connectorPath, text);
  if (!usable.ok) return usable;
  const connector = usable.value;

  const target = await targetOf(connectorPath, connector, request.format, files);
  const options = { generatorVersion, format: formatOf(target, '{') };
  const alone = generateTemplate(connector, options);
  if (alone.unknown.length === 0 && !request.portalTemplate) {
    return ok({ connector, generated: alone, target, portalTemplate: undefined });
  }
  const portal = await portalFor(request, connector, files);
  if (!portal.ok) return portal;
  if (!portal.value) return ok({ connector, generated: alone, target, portalTemplate: undefined });
  const generated = generateTemplate(connector, { ...options, portalTemplate: portal.value.body });
  return ok({ connector, generated, target, portalTemplate: portal.value.path });
}

async function portalFor({ portalTemplate, connectorPath }: TemplateRequest, connector: Connector, files: Files) {
  if (!portalTemplate) return ok(await findPortalTemplate(connectorPath, connector.deployment.template, files));
  const read = await readTemplate(portalTemplate, files);
  return read.ok ? ok({ path: portalTemplate, body: read.value.body }) : read;
}

/** What the paths of a connector's files begin with. */
export const connectorBase = (path: string): string => join(dirname(path), basename(path).replace(/(\.connector)?\.(ya?ml|json)$/i, ''));

/** The connector's own choice, else its name; a template that is not ours keeps its place and ours stands beside it. */
async function targetOf(path: string, { deployment }: Connector, format: 'json' | 'yaml' | undefined, files: Files): Promise<string> {
  const base = connectorBase(path);
  const chosen = deployment.template && resolve(dirname(path), deployment.template);
  const extension = format ?? (chosen ? formatOf(chosen, '{') : 'json');
  const fits = chosen !== undefined && formatOf(chosen, '{') === extension;
  for (const target of [...(fits ? [chosen] : []), `${base}.template.${extension}`]) {
    if (!(await isForeignTemplate(target, files))) return target;
  }
  return `${base}.generated.template.${extension}`;
}
