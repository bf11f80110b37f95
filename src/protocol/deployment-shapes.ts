import { operationKinds } from '../core/operation/stack-operation';
import type { DeploymentOutcome, DeploymentPreview, DeploymentTarget, ResourceChange, StackEvent } from '../core/plan/deployment-preview';
import type { DeploymentHostMessage, DeploymentPageMessage, DeploymentPageState, DeploymentView, ShownOperation } from './deployment';
import { diagnosticAction, explanation } from './explanation-shape';
import { audienceMerge, conflictChoice, preflightCheck } from './preflight-shapes';
import { problem } from './problem-shape';
import { count, fields, flag, list, literal, nullable, oneOf, optional, text, variant, type Shape } from './shape';

type ViewOf<P extends DeploymentView['phase']> = Extract<DeploymentView, { phase: P }>;
type MessageOf<K extends DeploymentPageMessage['kind']> = Extract<DeploymentPageMessage, { kind: K }>;

const event: Shape<StackEvent> = fields<StackEvent>({
  id: text, at: text, logicalId: text, physicalId: nullable(text), type: text, status: text, reason: nullable(text),
  token: nullable(text),
});

const change: Shape<ResourceChange> = fields<ResourceChange>({
  logicalId: text,
  physicalId: nullable(text),
  type: text,
  action: oneOf('add', 'modify', 'remove', 'import', 'dynamic'),
  replacement: oneOf('never', 'conditional', 'always'),
  name: nullable(text),
  properties: list(text),
  permissions: nullable(
    fields<NonNullable<ResourceChange['permissions']>>({
      added: list(text), removed: list(text), rescoped: list(text), managedPoliciesAdded: list(text), managedPoliciesRemoved: list(text),
    }),
  ),
  trust: nullable(fields<NonNullable<ResourceChange['trust']>>({ before: list(text), after: list(text) })),
});

const target: Shape<DeploymentTarget> = fields<DeploymentTarget>({
  profile: text, accountId: text, callerArn: text, region: text, stack: text, connectorName: text,
});

const operation: Shape<ShownOperation> = fields<ShownOperation>({ kind: oneOf(...operationKinds), target });

const preview: Shape<DeploymentPreview> = fields<DeploymentPreview>({
  target,
  action: oneOf('create', 'update', 'import', 'none'),
  rollsBack: optional(literal(true)),
  stackStatus: nullable(text),
  changeSetId: nullable(text),
  stackId: nullable(text),
  changes: list(change),
  escalations: list(fields<DeploymentPreview['escalations'][number]>({ id: text, kind: oneOf('wildcard', 'principal', 'adminPolicy'), message: text })),
  template: fields<DeploymentPreview['template']>({ bytes: count, limit: count, minified: flag }),
  preflight: list(preflightCheck),
  audiencesToAdd: list(audienceMerge),
  notes: list(text),
});

const outcome: Shape<DeploymentOutcome> = fields<DeploymentOutcome>({
  result: oneOf('succeeded', 'unchanged', 'failed', 'cancelled', 'notBegun'),
  stackStatus: text,
  summary: text,
  outputs: list(fields<DeploymentOutcome['outputs'][number]>({ key: text, value: text, description: nullable(text) })),
  failure: nullable(
    fields<NonNullable<DeploymentOutcome['failure']>>({ logicalId: text, type: text, reason: text, explanation }),
  ),
});

const view: Shape<DeploymentView> = variant<DeploymentView>('phase', {
  preparing: fields<ViewOf<'preparing'>>({ phase: oneOf('preparing'), connector: text, profile: text, step: text, checks: list(preflightCheck) }),
  preview: fields<ViewOf<'preview'>>({ phase: oneOf('preview'), connector: text, preview }),
  running: fields<ViewOf<'running'>>({
    phase: oneOf('running'), connector: text, operation, stackStatus: text, done: count, total: count, elapsedMs: count,
    events: list(event), cancel: oneOf('rollBack', 'leave'), cancelling: flag, waiting: nullable(text),
  }),
  done: fields<ViewOf<'done'>>({
    phase: oneOf('done'), connector: text, operation, outcome, events: list(event),
    place: nullable(fields<NonNullable<ViewOf<'done'>['place']>>({ file: text, line: count })),
  }),
  refused: fields<ViewOf<'refused'>>({ phase: oneOf('refused'), connector: text, profile: text, problem, checks: list(preflightCheck) }),
  stale: fields<ViewOf<'stale'>>({ phase: oneOf('stale'), connector: text, reason: text }),
});

/** Checked by the page. */
export const isHostMessage: Shape<DeploymentHostMessage> = fields<DeploymentHostMessage>({
  kind: oneOf('view'), connectorUri: text, view,
});

/** Checked by the extension. */
export const isPageMessage: Shape<DeploymentPageMessage> = variant<DeploymentPageMessage>('kind', {
  ready: fields<MessageOf<'ready'>>({ kind: oneOf('ready') }),
  deploy: fields<MessageOf<'deploy'>>({ kind: oneOf('deploy'), changeSetId: nullable(text), acknowledged: list(text) }),
  discard: fields<MessageOf<'discard'>>({ kind: oneOf('discard'), changeSetId: text }),
  cancel: fields<MessageOf<'cancel'>>({ kind: oneOf('cancel') }),
  resolve: fields<MessageOf<'resolve'>>({ kind: oneOf('resolve'), logicalId: text, choice: conflictChoice }),
  previewAgain: fields<MessageOf<'previewAgain'>>({ kind: oneOf('previewAgain') }),
  otherTemplate: fields<MessageOf<'otherTemplate'>>({ kind: oneOf('otherTemplate') }),
  chooseProfile: fields<MessageOf<'chooseProfile'>>({ kind: oneOf('chooseProfile') }),
  signIn: fields<MessageOf<'signIn'>>({ kind: oneOf('signIn') }),
  openConnector: fields<MessageOf<'openConnector'>>({ kind: oneOf('openConnector') }),
  copyOutputs: fields<MessageOf<'copyOutputs'>>({ kind: oneOf('copyOutputs') }),
  explain: fields<MessageOf<'explain'>>({ kind: oneOf('explain'), eventId: text }),
  openPlace: fields<MessageOf<'openPlace'>>({ kind: oneOf('openPlace') }),
  act: fields<MessageOf<'act'>>({ kind: oneOf('act'), action: diagnosticAction }),
});

/** Checked by the extension when VS Code restores a page. */
export const isPageState: Shape<DeploymentPageState> = fields<DeploymentPageState>({ connectorUri: text });
