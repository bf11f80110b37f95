import * as vscode from 'vscode';
import type { CoverageExport, CoverageHostMessage, CoveragePageMessage, CoverageView, ShownFilter } from '../../protocol/coverage';
import type { AzureAccess } from '../platform/azure-access';
import type { ViewPage } from '../platform/view-page';
import * as covering from './covering';
import { readCoverage, type CoverageRead } from './read-coverage';

export type CoveragePage = ViewPage<CoverageHostMessage, CoveragePageMessage>;

export interface CoverageSessionHost {
  readonly azure: AzureAccess;
  readonly openPage: () => CoveragePage;
  /** Opens the connector of an account. */
  readonly openAccount: (places: readonly string[]) => Promise<unknown>;
  readonly onBug: (error: unknown) => void;
}

const everything: ShownFilter = { text: '', subscription: null, column: null, onlyDiffering: false };

/** The coverage page of this window. */
export class CoverageSession {
  private page: CoveragePage | undefined;
  private read: CoverageRead | undefined;
  private reading: Promise<void> | undefined;
  private filter = everything;

  constructor(private readonly host: CoverageSessionHost) {}

  show(): void {
    if (this.page) this.page.reveal();
    else this.attach(this.host.openPage());
  }

  /** Also for a page that VS Code has restored. */
  attach(page: CoveragePage): void {
    this.page = page;
    page.onWish((wish) => void this.grant(wish).catch(this.host.onBug));
    page.onClose(() => (this.page = undefined));
    void this.refresh().catch(this.host.onBug);
  }

  /** Reads anew; what is asked for meanwhile waits for the same reading. */
  refresh(): Promise<void> {
    if (!this.page) return Promise.resolve();
    return (this.reading ??= this.readAll().finally(() => {
      this.reading = undefined;
      this.draw();
    }));
  }

  private async readAll(): Promise<void> {
    this.draw(true);
    this.read = await readCoverage(this.host.azure, covering);
  }

  private draw(isReading = false): void {
    const { coverage, azure, problem, subscriptions } = this.read ?? { coverage: covering.nothingRead, azure: 'signedOut' as const, problem: null, subscriptions: [] };
    const view: CoverageView = {
      phase: isReading && !this.read ? 'reading' : 'ready',
      ...covering.shownCoverage(coverage, this.filter),
      filter: this.filter,
      ...{ subscriptions, azure, problem },
    };
    this.page?.show({ kind: 'view', view });
  }

  private async grant(wish: CoveragePageMessage): Promise<unknown> {
    switch (wish.kind) {
      case 'ready':
        return undefined;
      case 'refresh':
        return this.refresh();
      case 'signIn':
        return (await this.host.azure.signIn()) ? this.refresh() : undefined;
      case 'openWorkbook':
        return vscode.env.openExternal(vscode.Uri.parse(covering.coverageWorkbook, true));
      case 'filter':
        this.filter = wish.filter;
        return this.draw();
      case 'export':
        return this.save(wish.format);
      case 'openAccount':
        return this.host.openAccount(this.read?.coverage.accounts.find(({ accountId }) => accountId === wish.accountId)?.connectors.map(({ place }) => place) ?? []);
    }
  }

  private async save(format: CoverageExport): Promise<void> {
    if (!this.read) return;
    const text = covering.exported(this.read.coverage, this.filter, format);
    const extension = format === 'markdown' ? 'md' : format;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      title: 'Export coverage',
      filters: { [extension.toUpperCase()]: [extension] },
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `coverage.${extension}`) } : {}),
    });
    if (!target) return;
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    const open = 'Open';
    const name = target.path.split('/').at(-1) ?? target.path;
    if ((await vscode.window.showInformationMessage(`${name} was written.`, open)) === open) await vscode.commands.executeCommand('vscode.open', target);
  }
}
