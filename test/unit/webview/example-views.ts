import type { Explanation } from '../../../src/core/diagnose/explanation';
import type { PreflightCheck } from '../../../src/core/plan/preflight-check';
import type { DeploymentPreview } from '../../../src/core/plan/deployment-preview';
import type { DeploymentView, RunningView } from '../../../src/protocol/deployment';

/** A check with a conflict that offers everything. */
export const checkOf = (text: string, result: PreflightCheck['result']): PreflightCheck => ({
  id: text,
  title: text,
  result,
  evidence: text,
  fix: text,
  conflict: {
    logicalId: text,
    type: text,
    name: text,
    owner: { kind: 'stack', stackId: text, stackName: text, region: text },
    choices: (['mergeAudiences', 'keepAudiences', 'rename', 'import', 'useOwner', 'stop'] as const).map((kind) => ({
      kind,
      label: text,
      consequence: text,
      suggestion: text,
    })),
    chosen: null,
  },
});

/** A preview in which every text is this one. */
export const previewOf = (text: string): DeploymentPreview => ({
  target: { profile: text, accountId: text, callerArn: text, region: text, stack: text, connectorName: text },
  action: 'update',
  stackStatus: text,
  changeSetId: text,
  stackId: text,
  changes: [
    {
      logicalId: text,
      physicalId: text,
      type: text,
      action: 'modify',
      replacement: 'always',
      name: text,
      properties: [text],
      permissions: { added: [text], removed: [text], rescoped: [text], managedPoliciesAdded: [text], managedPoliciesRemoved: [text] },
      trust: { before: [text], after: [`${text}!`] },
    },
  ],
  escalations: [{ id: text, kind: 'principal', message: text }],
  template: { bytes: 38_120, limit: 51_200, minified: false },
  preflight: [checkOf(text, 'passed'), checkOf(text, 'warning'), checkOf(text, 'unknown')],
  audiencesToAdd: [{ providerArn: text, url: text, audiences: [text] }],
  notes: [text],
});

export const runningOf = (text: string): RunningView => ({
  phase: 'running',
  connector: text,
  operation: { kind: 'update', target: previewOf(text).target },
  stackStatus: text,
  done: 1,
  total: 3,
  elapsedMs: 65_000,
  events: [{ id: text, at: '2026-01-02T03:04:05Z', logicalId: text, physicalId: text, type: text, status: text, reason: text, token: text }],
  cancel: 'rollBack',
  cancelling: false,
  waiting: text,
});

/** An explanation in which every text is this one. */
export const explanationOf = (text: string): Explanation => ({
  id: text,
  about: 'cloudFormation',
  severity: 'error',
  title: text,
  cause: text,
  steps: [text],
  hazard: text,
  note: text,
  actions: ['preview', 'openTemplate', 'generateTemplate'],
  commands: [text],
  basis: 'reported',
  sources: [text],
  checked: text,
  form: 'stackEvent',
  message: text,
  values: { role: text },
});

/** Each view once, with this text in every place that a file or AWS can fill. */
export const viewsOf = (text: string): readonly DeploymentView[] => [
  { phase: 'preparing', connector: text, profile: text, step: text, checks: [checkOf(text, 'passed'), checkOf(text, 'failed')] },
  { phase: 'preview', connector: text, preview: previewOf(text) },
  runningOf(text),
  {
    phase: 'done',
    connector: text,
    operation: { kind: 'update', target: previewOf(text).target },
    outcome: {
      result: 'failed',
      stackStatus: text,
      summary: text,
      outputs: [{ key: text, value: text, description: text }],
      failure: { logicalId: text, type: text, reason: text, explanation: explanationOf(text) },
    },
    events: runningOf(text).events,
    place: { file: text, line: 7 },
  },
  { phase: 'refused', connector: text, profile: text, problem: { code: 'wrongAccount', message: text, action: text, detail: text }, checks: [checkOf(text, 'failed')] },
  { phase: 'stale', connector: text, reason: text },
];
