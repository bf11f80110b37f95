import { dirname, join, resolve } from 'node:path';
import { version } from '../../package.json';
import { limit } from '../core/catalog/limit';
import { generateTerraform } from '../core/generate/terraform/terraform';
import type { UnknownFeature } from '../core/generate/unknown-feature';
import { utf8Length } from '../core/generate/utf8-length';
import type { Connector } from '../core/model/connector';
import type { FieldProblem } from '../core/onboarding/wizard-state';
import { resourcesOf } from '../core/plan/template-body';
import type { PlannedFile, TemplateSummary } from '../protocol/onboarding';
import type { Files } from './files';
import { connectorBase, makeTemplate } from './make-template';
import { readTemplate } from './portal-template';

export interface DeployedFile {
  readonly kind: PlannedFile['kind'];
  readonly path: string;
  readonly text: string;
}

export interface Deployed {
  readonly summary: TemplateSummary;
  /** What saving writes besides the connector file. */
  readonly files: readonly DeployedFile[];
}

/** How the roles get into AWS: a template that is made, one that is there, or Terraform. */
export async function deployedFiles(path: string, text: string, problems: readonly FieldProblem[], files: Files): Promise<Deployed> {
  if (problems.some(({ severity }) => severity === 'error')) return { summary: { ok: false, message: 'The template follows once all that is required is there and nothing is wrong.' }, files: [] };
  const made = await makeTemplate({ connectorPath: path, text, generatorVersion: version }, files);
  if (!made.ok) return { summary: { ok: false, message: made.error.message }, files: [] };
  const { connector, generated, target } = made.value;
  const { method, templateFrom, template } = connector.deployment;
  if (method === 'terraform') return terraformFiles(connector, path);
  if (templateFrom === 'portal' && template !== undefined) return { summary: await portalSummary(resolve(dirname(path), template), files), files: [] };
  return {
    summary: { ok: true, of: 'template', bytes: generated.bytes, limit: generated.limit, minified: generated.minified, resources: resourcesOf(generated.body).length, unknown: sentences(generated.unknown) },
    files: [{ kind: 'template', path: target, text: generated.text }],
  };
}

function terraformFiles(connector: Connector, path: string): Deployed {
  const { files, unknown, notes } = generateTerraform(connector, version);
  const [main] = files;
  return {
    summary: {
      ok: true, of: 'terraform', bytes: utf8Length(main?.text ?? ''), limit: 0, minified: false, resources: main?.text.match(/^resource "/gm)?.length ?? 0, unknown: [...sentences(unknown), ...notes],
    },
    files: files.map(({ name, text }) => ({ kind: name.endsWith('.tf') ? 'terraform' : 'template', path: join(`${connectorBase(path)}.terraform`, name), text })),
  };
}

/** The portal's template is deployed as it lies there. */
async function portalSummary(path: string, files: Files): Promise<TemplateSummary> {
  const read = await readTemplate(path, files);
  if (!read.ok) return { ok: false, message: `${read.error.message} Put the template that you downloaded from the portal there.` };
  const { text, body } = read.value;
  return { ok: true, of: 'template', bytes: utf8Length(text), limit: limit('templateBodyBytes'), minified: false, resources: resourcesOf(body).length, unknown: [] };
}

const sentences = (unknown: readonly UnknownFeature[]): readonly string[] => unknown.map(({ label, reason, action }) => `${label}: ${reason} ${action}`);
