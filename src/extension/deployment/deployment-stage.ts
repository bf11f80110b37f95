import * as vscode from 'vscode';
import type { DeploymentPageMessage, DeploymentView } from '../../protocol/deployment';
import { withProgressInContext, type ReportProgress } from '../platform/progress-in-context';
import type { DeploymentPage } from './deployment-page';

export interface StageHost {
  readonly openPage: () => DeploymentPage;
  readonly onMessage: (message: DeploymentPageMessage) => Promise<void>;
  readonly onClose: () => void;
  readonly onBug: (error: unknown) => void;
}

/** What a deployment shows, and the page that shows it while there is one: it can be closed and opened again at any time. */
export class DeploymentStage {
  private page: DeploymentPage | undefined;
  private shown: DeploymentView | undefined;
  private readonly pageChanged = new vscode.EventEmitter<void>();

  constructor(private readonly host: StageHost) {}

  get view(): DeploymentView | undefined {
    return this.shown;
  }

  get isOpen(): boolean {
    return this.page !== undefined;
  }

  get isVisible(): boolean {
    return this.page?.visible ?? false;
  }

  attach(page: DeploymentPage, view: DeploymentView): void {
    this.page = page;
    page.onMessage((message) => void this.host.onMessage(message).catch(this.host.onBug));
    page.onDidChangeVisible(() => this.pageChanged.fire());
    page.onClose(() => {
      this.page = undefined;
      this.pageChanged.fire();
      this.host.onClose();
    });
    this.pageChanged.fire();
    this.show(view);
  }

  show(view: DeploymentView): void {
    this.shown = view;
    this.page?.show(view);
  }

  /** Brings the page forward, or opens it. */
  showOnPage(view: DeploymentView): void {
    if (!this.page) return this.attach(this.host.openPage(), view);
    this.page.reveal();
    this.show(view);
  }

  reveal(): void {
    if (this.shown) this.showOnPage(this.shown);
  }

  /** Where the page is not seen, a notification says how far the work is. */
  withProgress<T>(title: string, abort: AbortController, run: (report: ReportProgress) => Promise<T>): Promise<T> {
    const page = { isVisible: () => this.isVisible, onDidChangeVisible: this.pageChanged.event };
    return withProgressInContext({ title, page, abort }, run);
  }
}
