import { basename, dirname, resolve } from 'node:path';
import { version } from '../../package.json';
import type { DeploymentPorts } from '../app/ports';
import { preflight } from '../app/preflight/preflight';
import { previewDeployment, type PreviewRequest } from '../app/preview-deployment';
import { limit } from '../core/catalog/limit';
import type { Result } from '../core/model/result';
import { ok } from '../core/model/result';
import type { DeploymentPreview } from '../core/plan/deployment-preview';
import type { PreflightCheck } from '../core/plan/preflight-check';
import { resolveConflicts, type ConflictWish } from '../core/plan/resolve-conflicts';
import { makeTemplate, type MadeTemplate } from '../server/make-template';
import { readTemplate, type ReadTemplate } from '../server/portal-template';
import { askMfaCode } from './ask';
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
  /** What to do about names and providers that exist already. */
  readonly onConflict?: readonly ConflictWish[];
}

export interface PrepareControl {
  readonly signal: AbortSignal;
  readonly onCheck: (check: PreflightCheck) => void;
}

export interface PreparedDeployment {
  readonly ports: DeploymentPorts;
  readonly preview: DeploymentPreview;
}

/** Reads the connector, makes or reads its template, and asks AWS what deploying it would change. */
export async function prepareDeployment(
  path: string,
  options: DeploymentOptions,
  terminal: Terminal,
  { signal, onCheck }: PrepareControl,
): Promise<Result<PreparedDeployment>> {
  const text = await readInput(path);
  if (!text.ok) return text;
  const request = { connectorPath: path, text: text.value, generatorVersion: version, portalTemplate: options.portalTemplate };
  const made = await makeTemplate(request, localFiles);
  if (!made.ok) return made;

  const { connector } = made.value;
  const ports = await connect(options, options.region ?? connector.deployment.region, terminal);
  const { template, ...chosen } = await chooseTemplate(path, made.value);
  const addressed = options.templateUrl === undefined ? template : { ...template, url: options.templateUrl };
  const asked = { connector, ...chosen, template: addressed };
  const resolved = await resolveWishes({ ports, request: asked }, options.onConflict ?? [], (region) => connect(options, region, terminal), signal);
  const preview = await previewDeployment(resolved.ports, resolved.request, { signal, onCheck });
  return preview.ok ? ok({ ports: resolved.ports, preview: preview.value }) : preview;
}

interface Target {
  readonly ports: DeploymentPorts;
  readonly request: PreviewRequest;
}

/** Looks once for what is in the way, so that the wishes can be held against it. */
async function resolveWishes(
  target: Target,
  wishes: readonly ConflictWish[],
  connectTo: (region: string) => Promise<DeploymentPorts>,
  signal: AbortSignal,
): Promise<Target> {
  if (wishes.length === 0) return target;
  const { checks } = await preflight(target.ports, target.request, { signal });
  const { resolutions, owner } = resolveConflicts(checks, wishes);
  if (!owner) return { ...target, request: { ...target.request, resolutions } };
  const { connector } = target.request;
  const deployment = { ...connector.deployment, stack: owner.stack, region: owner.region };
  return { ports: await connectTo(owner.region), request: { ...target.request, resolutions, connector: { ...connector, deployment } } };
}

async function connect({ profile }: DeploymentOptions, region: string, terminal: Terminal): Promise<DeploymentPorts> {
  const { createAwsPorts, environmentProfile } = await import('../adapters/aws/index');
  const standard = terminal.env['AWS_ACCESS_KEY_ID'] ? environmentProfile : 'default';
  return createAwsPorts({
    profile: profile ?? terminal.env['AWS_PROFILE'] ?? standard,
    region,
    // The user started us in this folder, with this profile: nobody else's file chose it.
    trusted: true,
    askMfa: (serial) => askMfaCode(serial, terminal),
  });
}

/** The template that the connector names and that lies there is what was reviewed, so it is what is deployed. */
async function chooseTemplate(path: string, made: MadeTemplate): Promise<Pick<PreviewRequest, 'template' | 'notes'>> {
  const { connector, generated } = made;
  const notes = generated.unknown.map(gapSentence);
  const named = connector.deployment.template && resolve(dirname(path), connector.deployment.template);
  if (!named) return { template: generated, notes };
  const file = await readTemplate(named, localFiles);
  if (!file.ok) {
    return { template: generated, notes: [...notes, `${basename(named)} could not be used: this is a template made now.`] };
  }
  if (file.value.text === generated.text) return { template: generated, notes };
  return { template: ofFile(file.value), notes: [`The template is the file ${basename(named)} as it is; generated now it would differ.`] };
}

const ofFile = ({ text, body }: ReadTemplate): PreviewRequest['template'] => ({
  text,
  body,
  bytes: Buffer.byteLength(text),
  limit: limit('templateBodyBytes'),
  minified: false,
});
