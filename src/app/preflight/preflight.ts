import { err, ok, type Result } from '../../core/model/result';
import type { Problem } from '../../core/model/problem';
import { chooseParameters, type ChosenParameters } from '../../core/plan/choose-parameters';
import type { TemplateSize } from '../../core/plan/deployment-preview';
import { importTemplate, type ResourceToImport } from '../../core/plan/import-template';
import { namedResources } from '../../core/plan/named-resources';
import type { PreflightCheck, Resolutions } from '../../core/plan/preflight-check';
import { parametersOf } from '../../core/plan/template-body';
import type { Values } from '../../core/plan/template-scope';
import { templateSource, type TemplateText } from '../../core/plan/template-source';
import { templateText } from '../../core/plan/template-text';
import type { ChangeSetRequest, DeploymentPorts, Identity } from '../ports';
import type { PreviewRequest } from '../preview/preview-deployment';
import type { Deployed } from '../preview/read-deployed';
import { checkIdentity } from './check-identity';
import { checkList, type CheckList } from './check-list';
import { checkNames } from './check-names';
import { checkPermissions } from './check-permissions';
import { checkProviders, type ProviderDecision } from './check-providers';
import { checkQuotas } from './check-quotas';
import { checkStack } from './check-stack';
import { checkTemplate, type CheckedTemplate } from './check-template';
import type { FullLook, Look } from './look';

/** All that can be found out by looking. Nothing in AWS was changed by it. */
export interface Preflight {
  readonly checks: readonly PreflightCheck[];
  /** What to deploy, or the first reason why it cannot be. */
  readonly plan: Result<DeploymentPlan>;
}

export interface DeploymentPlan {
  readonly caller: Identity;
  readonly deployed: Deployed;
  readonly template: TemplateText;
  readonly size: TemplateSize;
  readonly pseudo: Values;
  readonly parameters: ChosenParameters;
  readonly providers: ProviderDecision;
  readonly changeSet: ChangeSetRequest;
}

export interface PreflightControl {
  readonly signal?: AbortSignal;
  /** Hears each check as soon as it is known. */
  readonly onCheck?: (check: PreflightCheck) => void;
}

export async function preflight(ports: DeploymentPorts, request: PreviewRequest, { signal, onCheck }: PreflightControl = {}): Promise<Preflight> {
  const list = checkList(onCheck);
  const plan = await makePlan({ ports, list, signal }, request);
  return { checks: list.checks, plan: signal?.aborted ? err(cancelled) : plan };
}

const cancelled: Problem = { code: 'cancelled', message: 'The preview was cancelled; nothing was changed.' };

async function makePlan(look: Look, request: PreviewRequest): Promise<Result<DeploymentPlan>> {
  const { connector, resolutions = {} } = request;
  const { stack } = connector.deployment;
  const { template } = request;
  const caller = await checkIdentity(look, connector.account.id);
  if (!caller.ok) return caller;
  const deployed = await checkStack(look, stack);
  if (!deployed.ok) return deployed;
  const read = await checkTemplate(look, template);
  if (!read.ok) return read;

  const pseudo = pseudoParameters(caller.value, look.ports.region, stack);
  const context = { ...look, caller: caller.value, deployed: deployed.value, stack };
  const chosen = await choose(context, { template, pseudo, resolutions, given: givenValues(request), keepAll: request.keepValues });
  if (!chosen.ok) return chosen;
  const named = await checkRest({ ...context, scope: { body: template.body, values: { ...pseudo, ...chosen.value.parameters.values } } }, resolutions);
  if (!named.ok) return named;
  const known = { caller: caller.value, deployed: deployed.value, pseudo, ...chosen.value };
  const imports = [...chosen.value.providers.imports, ...named.value];
  if (imports.length > 0) return planImport(request, known, { imports, capabilities: read.value.capabilities });
  const changeSet = changeSetOf(request, { deployed: deployed.value, read: read.value, parameters: chosen.value.parameters });
  return ok({ ...known, template, size: read.value.size, changeSet });
}

/** All of them, also behind a failure: who resolves one conflict wants to see the others. Gives what is to be imported. */
async function checkRest(look: FullLook, resolutions: Resolutions): Promise<Result<readonly ResourceToImport[]>> {
  const [names, quotas] = await Promise.all([checkNames(look, resolutions), checkQuotas(look, importedIds(resolutions)), checkPermissions(look)]);
  return quotas.ok ? names : quotas;
}

type Known = Omit<DeploymentPlan, 'template' | 'size' | 'changeSet'>;

/** What exists comes first, by itself: CloudFormation takes nothing else into the same change set. */
function planImport(
  request: PreviewRequest,
  known: Known,
  { imports, capabilities }: { readonly imports: readonly ResourceToImport[]; readonly capabilities: readonly string[] },
): Result<DeploymentPlan> {
  const present = known.deployed.content?.template ?? null;
  const body = importTemplate(present, request.template.body, imports);
  const template = templateText(JSON.stringify(body, undefined, 2), body);
  const travel = templateSource(template);
  if (!travel.ok) return travel;
  const parameters = { ...keepAll(known.deployed), kept: [], missing: [] };
  const changeSet: ChangeSetRequest = { ...changeSetOf(request, { deployed: known.deployed, read: { ...travel.value, capabilities }, parameters }), type: 'import', imports };
  return ok({ ...known, parameters, providers: { ...known.providers, merges: [] }, template, size: travel.value.size, changeSet });
}

const keepAll = ({ content }: Deployed): Pick<ChosenParameters, 'choices' | 'values'> => ({
  choices: parametersOf(content?.template ?? {}).map(({ key }) => ({ key, keep: true })),
  values: content?.values ?? {},
});

interface Choosing {
  readonly template: TemplateText;
  readonly pseudo: Values;
  readonly resolutions: Resolutions;
  readonly given: Values;
  readonly keepAll: boolean | undefined;
}

/** Only those that the template has. */
const givenValues = ({ template, values = {} }: PreviewRequest): Values =>
  Object.fromEntries(parametersOf(template.body).flatMap(({ key }) => (values[key] === undefined ? [] : [[key, values[key]]])));

async function choose(look: Omit<FullLook, 'scope'>, { template, pseudo, resolutions, given, keepAll }: Choosing) {
  const question = { template: template.body, previous: look.deployed.content, keepAll };
  const first = chooseParameters({ ...question, decided: given });
  const renamed = renames({ body: template.body, values: { ...pseudo, ...first.values } }, resolutions);
  const scope = { body: template.body, values: { ...pseudo, ...first.values, ...renamed } };
  const providers = await checkProviders({ ...look, scope }, resolutions);
  if (!providers.ok) return providers;
  const parameters = chooseParameters({ ...question, decided: { ...given, ...renamed, ...providers.value.values } });
  return sayParameters(look.list, parameters, providers.value);
}

function sayParameters(list: CheckList, parameters: ChosenParameters, providers: ProviderDecision) {
  const check = { id: 'parameters', title: 'Parameters' };
  if (parameters.missing.length > 0)
    return list.failed(check, {
      code: 'invalidInput',
      message: `The template has no value for ${parameters.missing.join(', ')}.`,
      action: 'Give these parameters a default in the template.',
    });
  const count = Object.keys(parameters.values).length;
  const kept = parameters.choices.filter((choice) => 'keep' in choice).length;
  const keeps = kept > 0 ? `; the stack keeps its own of ${kept === 1 ? 'one' : kept}` : '';
  list.passed({ ...check, evidence: count === 0 ? 'The template has none.' : `All ${count} have a value${keeps}.` });
  return ok({ parameters, providers });
}

/** Values of the parameters behind names that are to be others. */
const renames = (scope: FullLook['scope'], resolutions: Resolutions): Values =>
  Object.fromEntries(
    namedResources(scope).flatMap(({ logicalId, parameter }) => {
      const resolution = resolutions[logicalId];
      return parameter !== null && resolution?.kind === 'rename' ? [[parameter, resolution.name]] : [];
    }),
  );

const importedIds = (resolutions: Resolutions): readonly string[] =>
  Object.entries(resolutions).flatMap(([logicalId, { kind }]) => (kind === 'import' ? [logicalId] : []));

function changeSetOf(
  { connector }: PreviewRequest,
  { deployed, read, parameters }: { readonly deployed: Deployed; readonly read: Pick<CheckedTemplate, 'source' | 'capabilities'>; readonly parameters: ChosenParameters },
): ChangeSetRequest {
  return {
    stack: connector.deployment.stack,
    name: `defender-connectors-${crypto.randomUUID()}`,
    type: deployed.type,
    template: read.source,
    parameters: parameters.choices,
    capabilities: read.capabilities,
    description: `Defender connector ${connector.name}`,
    imports: [],
  };
}

const pseudoParameters = ({ accountId, partition }: Identity, region: string, stack: string): Values => ({
  'AWS::AccountId': accountId,
  'AWS::Partition': partition,
  'AWS::Region': region,
  'AWS::StackName': stack,
});
