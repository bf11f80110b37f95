import { basename, dirname, resolve } from 'node:path';
import { version } from '../../package.json';
import { overrideTemplate } from '../app/preview/override-template';
import { web } from '../adapters/node/web';
import { withWishes } from '../app/preflight/with-wishes';
import { previewDeployment, type PreviewRequest } from '../app/preview/preview-deployment';
import type { Connector } from '../core/model/connector';
import type { Problem } from '../core/model/problem';
import { ok, type Result } from '../core/model/result';
import type { DeploymentPreview } from '../core/plan/deployment-preview';
import type { PreflightCheck } from '../core/plan/preflight-check';
import type { ConflictWish } from '../core/plan/resolve-conflicts';
import { templateText } from '../core/plan/template-text';
import { makeTemplate, type MadeTemplate } from '../server/make-template';
import { readTemplate } from '../server/portal-template';
import { ask, canAsk } from './ask';
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
  /** A file or an address of another template, to be deployed in place of the connector's. */
  readonly template?: string;
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

/** What would be deployed, and AWS for it. */
export interface ConnectedDeployment {
  readonly options: DeploymentOptions;
  readonly ports: ConnectedPorts;
  readonly request: PreviewRequest;
}

/** Reads the connector and what is to be deployed: the template that is asked for, the file that the connector names, or what is generated now. */
export async function connectDeployment(path: string, options: DeploymentOptions, terminal: Terminal, signal: AbortSignal): Promise<Result<ConnectedDeployment>> {
  const text = await readInput(path);
  if (!text.ok) return text;
  const made = await makeTemplate({ connectorPath: path, text: text.value, generatorVersion: version, portalTemplate: options.portalTemplate }, localFiles);
  if (!made.ok) return made;
  const { connector } = made.value;
  const ports = await connect(options.profile, options.region ?? connector.deployment.region, terminal);
  const own = await ownRequest(path, made.value);
  const request = own.ok && options.template !== undefined ? await withTemplate(own.value, options.template, { ports, terminal, signal }) : own;
  return request.ok ? ok({ options, ports, request: request.value }) : request;
}

/** Asks AWS what deploying it would change. */
export async function previewConnected({ options, ports, request }: ConnectedDeployment, terminal: Terminal, { signal, onCheck }: PrepareControl): Promise<Result<PreparedDeployment>> {
  const url = options.templateUrl ?? request.template.url;
  const asked = { ...request, template: { ...request.template, ...(url === undefined ? {} : { url }) } };
  const connectTo = (region: string) => connect(options.profile, region, terminal);
  const resolved = await withWishes({ ports, request: asked }, { wishes: options.onConflict ?? [], connectTo, signal });
  const uploaded = await uploadWhereTooLarge(resolved, options, terminal, signal);
  if (!uploaded.ok) return uploaded;
  const preview = await previewDeployment(resolved.ports, uploaded.value, { signal, onCheck });
  return preview.ok ? ok({ ports: resolved.ports, preview: preview.value }) : preview;
}

interface Asking {
  readonly ports: ConnectedPorts;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Its errors are a person's to accept, in a terminal. */
function withTemplate(request: PreviewRequest, from: string, { ports, terminal, signal }: Asking): Promise<Result<PreviewRequest>> {
  const agrees = async ({ message }: Problem) =>
    canAsk(terminal) && /^y(es)?$/i.test((await ask(`${message}\nTake this template all the same? [y/N] `, terminal, signal))?.trim() ?? '');
  const sources = { files: localFiles, web, buckets: ports.buckets, accountId: request.connector.account.id, agrees };
  return overrideTemplate(request, from, sources, { signal });
}

async function ownRequest(path: string, made: MadeTemplate): Promise<Result<PreviewRequest>> {
  const chosen = await chooseTemplate(path, made);
  if (!chosen.ok) return chosen;
  const { connector } = made;
  const { templateUrl } = connector.deployment;
  const template = templateUrl === undefined ? chosen.value.template : { ...chosen.value.template, url: templateUrl, byUrl: true };
  return ok({ connector, ...chosen.value, template });
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
  return ok({ template: templateText(file.value.text, file.value.body), notes: [asItIs(connector, basename(named))] });
}

const asItIs = ({ deployment }: Connector, name: string): string =>
  deployment.templateFrom === 'portal'
    ? `The template is the file ${name}, which was downloaded from the portal.`
    : `The template is the file ${name} as it is; generated now it would differ.`;
