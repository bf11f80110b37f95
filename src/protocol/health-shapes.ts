import {
  healthSources, healthStates, issueActions,
  type ConnectorHealth, type ConnectorIssue, type Evidence, type HealthGap, type HealthStatement, type Remediation, type SourceHealth,
} from '../core/model/health';
import type {
  HealthConnector, HealthHostMessage, HealthPageMessage, HealthPageState, HealthView, HealthWork, IssueFix, IssueWish,
} from './health';
import { problem } from './problem-shape';
import { count, fields, list, nullable, oneOf, optional, text, textUpTo, variant, type Shape } from './shape';

/** A remediation script of Azure's may be long. */
export const longestScript = 100_000;

const state = oneOf(...healthStates);
const source = oneOf(...healthSources);

const issue: Shape<ConnectorIssue> = fields<ConnectorIssue>({
  key: text, source, severity: oneOf('error', 'warning', 'information'), name: text, description: text, plans: list(text),
  remediation: fields<Remediation>({ steps: list(text), script: nullable(textUpTo(longestScript)) }),
  evidence: list(fields<Evidence>({ label: text, value: text })),
  reference: nullable(text),
  action: optional(oneOf(...issueActions)),
});

const gap: Shape<HealthGap> = fields<HealthGap>({ what: text, why: text, permission: nullable(text) });

/** Checked where a statement comes back from VS Code's memory. */
export const isHealthStatement: Shape<HealthStatement> = fields<HealthStatement>({
  source, state, reason: text, at: nullable(text), issues: list(issue), gaps: list(gap),
});

const health: Shape<ConnectorHealth> = fields<ConnectorHealth>({
  state, rule: text, summary: text,
  sources: list(fields<SourceHealth>({ source, state, said: nullable(state), reason: text, at: nullable(text), age: nullable(text), stale: nullable(text) })),
  disagreement: nullable(text),
  issues: list(issue),
  gaps: list(gap),
});

const view: Shape<HealthView> = fields<HealthView>({
  revision: count,
  connector: fields<HealthConnector>({ name: text, accountId: nullable(text), accountType: nullable(text), place: nullable(text) }),
  health,
  work: nullable(fields<HealthWork>({ kind: oneOf('verify', 'azure'), step: text, done: count, total: count })),
  problem: nullable(problem),
  offers: list(oneOf('verify', 'readAzure', 'signIn', 'openFile', 'openPortal')),
  fixes: list(fields<IssueFix>({ issue: count, label: text })),
});

/** Checked by the page. */
export const isHealthHostMessage: Shape<HealthHostMessage> = fields<HealthHostMessage>({ kind: oneOf('view'), connectorKey: text, view });

const alone = (kind: Exclude<HealthPageMessage, IssueWish>['kind']): Shape<HealthPageMessage> => fields<{ readonly kind: typeof kind }>({ kind: oneOf(kind) });

const aboutIssue = (kind: IssueWish['kind']): Shape<HealthPageMessage> => fields<IssueWish>({ kind: oneOf(kind), revision: count, issue: count });

/** Checked by the extension. */
export const isHealthPageMessage: Shape<HealthPageMessage> = variant<HealthPageMessage>('kind', {
  ready: alone('ready'), cancel: alone('cancel'), copyReport: alone('copyReport'),
  verify: alone('verify'), readAzure: alone('readAzure'), signIn: alone('signIn'), openFile: alone('openFile'), openPortal: alone('openPortal'),
  copySteps: aboutIssue('copySteps'), copyScript: aboutIssue('copyScript'), runScript: aboutIssue('runScript'),
  fix: aboutIssue('fix'), openReference: aboutIssue('openReference'),
});

/** Checked by the extension when VS Code restores a page. */
export const isHealthPageState: Shape<HealthPageState> = fields<HealthPageState>({ connectorKey: text });
