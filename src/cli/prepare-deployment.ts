import { basename, dirname, resolve } from 'node:path';
import { version } from '../../package.json';
import { withWishes } from '../app/preflight/with-wishes';
import { previewDeployment, type PreviewRequest } from '../app/preview-deployment';
import { limit } from '../core/catalog/limit';
import type { Connector } from '../core/model/connector';
import { ok, type Result } from '../core/model/result';
import type { DeploymentPreview } from '../core/plan/deployment-preview';
import type { PreflightCheck } from '../core/plan/preflight-check';
import type { ConflictWish } from '../core/plan/resolve-conflicts';
import type { TemplateBody } from '../core/plan/template-body';
import { makeTemplate, type MadeTemplate } from '../server/make-template';
import { readTemplate, type ReadTemplate } from '../server/portal-template';
import { connect, type ConnectedPorts } from './connect';
import { uploadWhereTooLarge } from './upload-where-too-large';
import { localFiles } from './local-files';
import { gapSentence } from './gap-sentence';
import { readInput } from './read-input';
import type { Terminal } from './terminal';

export interface DeploymentOptions {
  readonly profile?: string;
  readonly region?: string;
  readonly portalTemplate?: string;
  /** Where the same text lies in S3; used only when it does not fit into a request. */
  readonly templateUrl?: string;
  /** Where to put a template that is too large for a request: a bucket, or true for the one that is kept for this. */
  readonly templateBucket?: string | true;
  readonly yes?: true;
  /** What to do about names and providers that exist already. */
  readonly onConflict?: readonly ConflictWish[];
}

export interface PrepareControl {
  readonly signal: AbortSignal;
  readonly onCheck: (check: PreflightCheck) => void;
}

export interface PreparedDeployment {
  readonly ports: ConnectedPorts;
  readonly preview: DeploymentPreview;
}

/** What would be deployed: the template file that the connector names, else what is generated now. */
export async function wantedTemplate({ path, made }: ConnectedDeployment): Promise<Result<TemplateBody>> {
  const chosen = await chooseTemplate(path, made);
  return chosen.ok ? ok(chosen.value.template.body) : chosen;
}

/** A connector with its template, and AWS for it. */
export interface ConnectedDeployment {
  readonly path: string;
  readonly options: DeploymentOptions;
  readonly made: MadeTemplate;
  readonly ports: ConnectedPorts;
}

/** Reads the connector, makes or reads its template, and asks AWS what deploying it would change. */
export async function prepareDeployment(
  path: string,
  options: DeploymentOptions,
  terminal: Terminal,
  control: PrepareControl,
): Promise<Result<PreparedDeployment>> {
  const connected = await connectDeployment(path, options, terminal);
  return connected.ok ? previewConnected(connected.value, terminal, control) : connected;
}

/** Reads the connector and its template. Asks AWS nothing yet. */
export async function connectDeployment(path: string, options: DeploymentOptions, terminal: Terminal): Promise<Result<ConnectedDeployment>> {
  const text = await readInput(path);
  if (!text.ok) return text;
  const request = { connectorPath: path, text: text.value, generatorVersion: version, portalTemplate: options.portalTemplate };
  const made = await makeTemplate(request, localFiles);
  if (!made.ok) return made;
  const ports = await connect(options.profile, options.region ?? made.value.connector.deployment.region, terminal);
  return ok({ path, options, made: made.value, ports });
}

export async function previewConnected(
  { path, options, made, ports }: ConnectedDeployment,
  terminal: Terminal,
  { signal, onCheck }: PrepareControl,
): Promise<Result<PreparedDeployment>> {
  const choice = await chooseTemplate(path, made);
  if (!choice.ok) return choice;
  const { template, ...chosen } = choice.value;
  const { templateUrl } = made.connector.deployment;
  const addressed = { ...template, url: options.templateUrl ?? templateUrl, byUrl: templateUrl !== undefined };
  const asked = { connector: made.connector, ...chosen, template: addressed };
  const connectTo = (region: string) => connect(options.profile, region, terminal);
  const resolved = await withWishes({ ports, request: asked }, { wishes: options.onConflict ?? [], connectTo, signal });
  const uploaded = await uploadWhereTooLarge(resolved, options, terminal, signal);
  if (!uploaded.ok) return uploaded;
  const preview = await previewDeployment(resolved.ports, uploaded.value, { signal, onCheck });
  return preview.ok ? ok({ ports: resolved.ports, preview: preview.value }) : preview;
}

/** The template that the connector names and that lies there is what was reviewed, so it is what is deployed. */
async function chooseTemplate(path: string, made: MadeTemplate): Promise<Result<Pick<PreviewRequest, 'template' | 'notes'>>> {
  const { connector, generated } = made;
  const notes = generated.unknown.map(gapSentence);
  const named = connector.deployment.template && resolve(dirname(path), connector.deployment.template);
  if (!named) return ok({ template: generated, notes });
  const file = await readTemplate(named, localFiles);
  if (!file.ok) {
    if (connector.deployment.templateFrom === 'portal') return file;
    return ok({ template: generated, notes: [...notes, `${basename(named)} could not be used: this is a template made now.`] });
  }
  if (file.value.text === generated.text) return ok({ template: generated, notes });
  return ok({ template: ofFile(file.value), notes: [asItIs(connector, basename(named))] });
}

const asItIs = ({ deployment }: Connector, name: string): string =>
  deployment.templateFrom === 'portal'
    ? `The template is the file ${name}, which was downloaded from the portal.`
    : `The template is the file ${name} as it is; generated now it would differ.`;

const ofFile = ({ text, body }: ReadTemplate): PreviewRequest['template'] => ({
  text,
  body,
  bytes: Buffer.byteLength(text),
  limit: limit('templateBodyBytes'),
  minified: false,
});
