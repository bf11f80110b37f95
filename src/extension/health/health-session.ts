import * as vscode from 'vscode';
import type { ConnectorHealth, ConnectorIssue } from '../../core/model/health';
import type { Problem } from '../../core/model/problem';
import { healthMarkdown } from '../../core/report/health-markdown';
import type { HealthConnector, HealthHostMessage, HealthOffer, HealthPageMessage, HealthView, HealthWork, IssueFix, IssueWish } from '../../protocol/health';
import type { ViewPage } from '../platform/view-page';
import { showScript } from './show-script';

export type HealthPage = ViewPage<HealthHostMessage, HealthPageMessage>;

export interface LookControl {
  readonly signal: AbortSignal;
  readonly onProgress: (step: string, done: number, total: number) => void;
}

/** What one connector's health page needs of the rest. */
export interface HealthSessionHost {
  readonly key: string;
  readonly connector: () => HealthConnector;
  readonly health: () => ConnectorHealth;
  readonly offers: () => readonly HealthOffer[];
  /** What this tool can do about an issue. */
  readonly fixOf: (issue: ConnectorIssue) => IssueRemedy | undefined;
  /** Looks, remembers what was seen, and gives the problem where it could not. */
  readonly look: (what: 'verify' | 'readAzure' | 'signIn', control: LookControl) => Promise<Problem | undefined>;
  readonly open: (what: 'openFile' | 'openPortal') => unknown;
  readonly openPage: () => HealthPage;
  readonly onBug: (error: unknown) => void;
}

export interface IssueRemedy {
  readonly label: string;
  /** A command of ours; what changes a cloud asks first. */
  readonly run: () => Thenable<unknown>;
}

const steps: Readonly<Record<'verify' | 'readAzure' | 'signIn', string>> = {
  verify: 'Looking into AWS',
  readAzure: 'Reading from Azure',
  signIn: 'Signing in to Azure',
};

/** The health page of one connector, from the first look until it is closed. */
export class HealthSession {
  private page: HealthPage | undefined;
  private revision = 0;
  private shown: readonly ConnectorIssue[] = [];
  private work: { readonly shown: HealthWork; readonly abort: AbortController } | undefined;
  private problem: Problem | undefined;

  constructor(private readonly host: HealthSessionHost) {}

  show(): void {
    if (this.page) this.page.reveal();
    else this.attach(this.host.openPage());
    this.refresh();
  }

  /** Also for a page that VS Code has restored. */
  attach(page: HealthPage): void {
    this.page = page;
    page.onWish((wish) => void this.grant(wish).catch(this.host.onBug));
    page.onClose(() => {
      this.page = undefined;
      this.work?.abort.abort();
    });
    this.refresh();
  }

  /** What is known has changed. */
  refresh(): void {
    if (!this.page) return;
    this.revision += 1;
    const health = this.host.health();
    this.shown = health.issues;
    this.page.show({ kind: 'view', connectorKey: this.host.key, view: this.view(health) });
  }

  /** One look at a time; asked again while one runs, it goes on. */
  async look(what: 'verify' | 'readAzure' | 'signIn'): Promise<void> {
    if (this.work) return;
    const abort = new AbortController();
    const kind = what === 'verify' ? 'verify' : 'azure';
    const onProgress = (step: string, done: number, total: number) => {
      this.work = { shown: { kind, step, done, total }, abort };
      this.refresh();
    };
    this.problem = undefined;
    onProgress(steps[what], 0, 0);
    try {
      const problem = await this.host.look(what, { signal: abort.signal, onProgress });
      this.problem = problem?.code === 'cancelled' ? undefined : problem;
    } finally {
      this.work = undefined;
      this.refresh();
    }
  }

  private view(health: ConnectorHealth): HealthView {
    return {
      revision: this.revision,
      connector: this.host.connector(),
      health,
      work: this.work?.shown ?? null,
      problem: this.problem ?? null,
      offers: this.host.offers(),
      fixes: health.issues.flatMap((issue, index): readonly IssueFix[] => {
        const remedy = this.host.fixOf(issue);
        return remedy ? [{ issue: index, label: remedy.label }] : [];
      }),
    };
  }

  private async grant(wish: HealthPageMessage): Promise<unknown> {
    switch (wish.kind) {
      case 'ready':
        return undefined;
      case 'verify':
      case 'readAzure':
      case 'signIn':
        return this.look(wish.kind);
      case 'cancel':
        return this.work?.abort.abort();
      case 'openFile':
      case 'openPortal':
        return this.host.open(wish.kind);
      case 'copyReport':
        return vscode.env.clipboard.writeText(healthMarkdown(this.host.connector().name, this.host.health()));
      default:
        return this.aboutIssue(wish);
    }
  }

  /** A page that shows an older view speaks of issues that may have moved. */
  private async aboutIssue({ kind, revision, issue: index }: IssueWish): Promise<unknown> {
    const issue = revision === this.revision ? this.shown[index] : undefined;
    if (!issue) return this.refresh();
    const { steps: todo, script } = issue.remediation;
    switch (kind) {
      case 'copySteps':
        return vscode.env.clipboard.writeText(todo.map((step, number) => `${number + 1}. ${step}`).join('\n'));
      case 'copyScript':
        return script === null ? undefined : vscode.env.clipboard.writeText(script);
      case 'runScript':
        return script === null ? undefined : showScript(issue.name, script);
      case 'openReference':
        return issue.reference === null ? undefined : openWeb(issue.reference);
      case 'fix':
        return this.fix(issue);
    }
  }

  private async fix(issue: ConnectorIssue): Promise<void> {
    await this.host.fixOf(issue)?.run();
    this.refresh();
  }
}

/** Only to the web, whatever an answer of a cloud says. */
async function openWeb(address: string): Promise<void> {
  const uri = vscode.Uri.parse(address, true);
  if (uri.scheme === 'https') await vscode.env.openExternal(uri);
}
