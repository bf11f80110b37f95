import { basename, dirname, relative } from 'node:path';
import type { OutputKind } from '../core/generate/output-kinds';
import { generateOutput, type Output } from '../core/generate/outputs';
import type { ScriptTemplate } from '../core/generate/scripts/script-facts';
import type { Result } from '../core/model/result';
import { ok } from '../core/model/result';
import type { Files } from './files';
import { connectorBase, makeTemplate, type MadeTemplate, type TemplateRequest } from './make-template';
import { readTemplate } from './portal-template';

/** Writes a connector as something else than its template; places are relative to the connector's folder. */
export async function makeOutput(kind: OutputKind, request: TemplateRequest, files: Files): Promise<Result<Output>> {
  const made = await makeTemplate(request, files);
  if (!made.ok) return made;
  const { connectorPath, generatorVersion } = request;
  const template = await deployedTemplate(made.value, connectorPath, files);
  return ok(generateOutput(kind, { connector: made.value.connector, template, base: basename(connectorBase(connectorPath)), generatorVersion }));
}

/** The template file as it lies there, since that is what was reviewed; else the one that generating would write there. */
async function deployedTemplate({ generated, target, connector }: MadeTemplate, connectorPath: string, files: Files): Promise<ScriptTemplate> {
  const { template } = connector.deployment;
  const path = template ?? relative(dirname(connectorPath), target).replaceAll('\\', '/');
  const present = await readTemplate(template === undefined ? target : `${dirname(connectorPath)}/${template}`, files);
  return { path, url: connector.deployment.templateUrl, ...(present.ok ? present.value : generated) };
}
