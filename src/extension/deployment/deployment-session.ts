import type { Problem } from '../../core/model/problem';
import type { Result } from '../../core/model/result';
import type { DeploymentOutcome } from '../../core/plan/deployment-preview';
import type { ConflictChoice, PreflightCheck } from '../../core/plan/preflight-check';
import type { ConflictWish } from '../../core/plan/resolve-conflicts';
import { isNothingToDo } from '../../core/plan/is-nothing-to-do';
import { unacknowledged } from '../../core/plan/unacknowledged';
import { operationOf, type PlannedOperation } from '../../app/operation/operation-of';
import { operationTitle } from '../../core/operation/operation-words';
import type { StackOperation } from '../../core/operation/stack-operation';
import type { DeploymentPageMessage, DeploymentView, RunningView, ShownOperation } from '../../protocol/deployment';
import type { ReportProgress } from '../platform/progress-in-context';
import { announce } from './announce';
import { askForPreview, type Ask } from './ask-for-preview';
import type { Credentials, Following } from './deployment-chunk';
import type { DeploymentPage } from './deployment-page';
import { DeploymentStage } from './deployment-stage';
import { followingOf } from './following-of';
import { checksOf, copyOutputs } from './shown-view';
import { leftAlone, onCancel, runningView } from './running-view';
import type { Ready, SessionHost } from './session-host';
import { wishFor } from './wish-for';
import { tidier, type Tidier } from './tidier';

/** What can be cancelled: a preview in the making, or this operation. */
interface Work {
  readonly abort: AbortController;
  readonly operation?: ShownOperation;
}

export type Begin = (following: Following) => Promise<Result<DeploymentOutcome>>;

/** One connector's deployment from preview to end. It outlives its page: closing the tab stops nothing that runs. */
export class DeploymentSession {
  private readonly stage: DeploymentStage;
  private ready: Ready | undefined;
  private work: Work | undefined;
  /** What was chosen about things that exist already; a preview that is asked for anew begins without it. */
  private wishes: readonly ConflictWish[] = [];
  private credentials: Credentials | undefined;
  /** What the preview is of: the connector's template, another one, or an earlier one. */
  private ask: Ask = askForPreview;
  private busy = false;
  private readonly tidier: Tidier;

  constructor(private readonly host: SessionHost) {
    this.tidier = tidier(host);
    this.stage = new DeploymentStage({
      openPage: () => host.openPage(`Deployment: ${host.connectorName}`),
      onMessage: (message) => this.onMessage(message),
      onClose: () => !this.busy && this.tidyUnseen(),
      onBug: host.onBug,
    });
  }

  /** What the page shows, for those who cannot see it. */
  get view(): DeploymentView | undefined {
    return this.stage.view;
  }

  /** Finds out what would change and shows it. */
  preview(credentials: Credentials, ask: Ask = askForPreview): Promise<void> {
    return this.alone(() => {
      this.wishes = [];
      this.ask = ask;
      return this.makePreview(credentials);
    });
  }

  /** The same of the same template, such as with other credentials. */
  previewAgain(credentials: Credentials): Promise<void> {
    return this.preview(credentials, this.ask);
  }

  /** Carries out what the user has reviewed and confirmed, and shows it on the page. */
  carryOut(operation: PlannedOperation, begin: Begin): Promise<void> {
    return this.alone(async () => {
      this.stage.showOnPage(runningView(this.host.connectorName, operation, operation.planned, null));
      await this.run(operation, begin);
    });
  }

  /** Carries the shown preview out, after making one where there is none. Asks in a native dialog in any case. */
  deploy(credentials: Credentials): Promise<void> {
    return this.alone(async () => {
      if (!this.ready) {
        this.ask = askForPreview;
        await this.makePreview(credentials);
      }
      await this.deployReady();
    });
  }

  reveal(): void {
    this.stage.reveal();
  }

  attach(page: DeploymentPage, view: DeploymentView): void {
    this.stage.attach(page, view);
  }

  private show(view: DeploymentView): void {
    this.stage.show(view);
  }

  /** One thing at a time: a second wish only brings the page forward. */
  private async alone(work: () => Promise<void>): Promise<void> {
    if (this.busy) return this.stage.reveal();
    this.busy = true;
    try {
      await this.tidier.done();
      await work();
    } finally {
      this.busy = false;
      if (!this.stage.isOpen) this.tidyUnseen();
    }
  }

  /** A preview that nobody can see any more leaves nothing in AWS. */
  private tidyUnseen(): void {
    const { ready } = this;
    if (!ready) return;
    this.ready = undefined;
    this.tidier.tidy(ready);
    this.show(this.stale('The page was closed and its change set discarded. Nothing was changed.'));
  }

  private async makePreview(credentials: Credentials): Promise<void> {
    const { profile } = credentials;
    const connector = this.host.connectorName;
    const before = this.ready;
    this.ready = undefined;
    this.credentials = credentials;
    const checks: PreflightCheck[] = [];
    const step = 'Checking the account and making a change set.';
    this.stage.showOnPage({ phase: 'preparing', connector, profile, step, checks });
    const onCheck = (check: PreflightCheck) => {
      checks.push(check);
      this.show({ phase: 'preparing', connector, profile, step, checks: [...checks] });
    };
    const abort = new AbortController();
    const control = { signal: abort.signal, onCheck, wishes: this.wishes };
    const made = await this.inContext(`Previewing the deployment of ${connector}`, { abort }, () => this.ask(this.host, credentials, control));
    if (before) this.tidier.tidy(before); // after the new one is made: an empty stack that both share stays
    if (!made.ok) return this.refuse(made.error, profile, 'The preview was cancelled. Nothing was changed.', checks);
    this.ready = { preview: made.value, credentials };
    this.host.onStack({ kind: 'seen', at: new Date(), status: made.value.stackStatus, profile });
    this.show({ phase: 'preview', connector, preview: made.value });
  }

  private async inContext<T>(title: string, work: Work, run: (report: ReportProgress) => Promise<T>): Promise<T> {
    this.work = work;
    try {
      return await this.stage.withProgress(title, work.abort, run);
    } finally {
      this.work = undefined;
    }
  }

  private async deployReady(changeSetId?: string | null, acknowledged: readonly string[] = []): Promise<void> {
    const { ready } = this;
    if (!ready || isNothingToDo(ready.preview) || !this.host.isTrusted()) return;
    const current = changeSetId === undefined || changeSetId === ready.preview.changeSetId;
    // The page has a box for each: a dialog could only ask for all at once.
    if (!current || unacknowledged(ready.preview, acknowledged)) return this.showReady(ready);
    if (!(await this.host.confirm.deploy(ready.preview))) return this.showReady(ready);
    this.ready = undefined;
    await this.execute({ ...ready, acknowledged });
  }

  /** Follows what an earlier window, or another one, has begun. Opens no page by itself: the notification says that it runs. */
  resume(operation: StackOperation, credentials: Credentials): Promise<void> {
    return this.alone(() => this.run(operation, async (following) => (await this.host.backend()).pickUp(operation, credentials, following)));
  }

  private execute({ preview, credentials, acknowledged = [] }: Ready): Promise<void> {
    const { connectorUri, backend } = this.host;
    const operation = operationOf(preview, connectorUri.toString());
    if (!operation) return this.addAudiences({ preview, credentials });
    return this.run(operation, async (following) => (await backend()).execute(preview, credentials, { ...following, control: { ...following.control, acknowledged } }), preview.stackStatus);
  }

  /** The stack stays as it is: a matter of moments, of which nobody needs to find anything again. */
  private async addAudiences({ preview, credentials }: Ready): Promise<void> {
    const { connectorName: connector, backend } = this.host;
    const abort = new AbortController();
    this.show({ phase: 'preparing', connector, profile: credentials.profile, step: 'Adding the audiences that are missing.', checks: [] });
    const following = { journal: undefined, renew: async () => undefined, control: { signal: abort.signal } };
    const result = await this.inContext('Adding audiences', { abort }, async () => (await backend()).execute(preview, credentials, following));
    await this.conclude({ kind: 'update', target: preview.target }, result);
  }

  private async run(operation: PlannedOperation, begin: Begin, stackStatus: string | null = null): Promise<void> {
    const abort = new AbortController();
    this.show(runningView(this.host.connectorName, operation, operation.planned, stackStatus));
    const watch = {
      signal: abort.signal,
      view: () => this.view,
      show: (view: RunningView) => this.show(view),
    };
    const result = await this.inContext(operationTitle(operation), { abort, operation }, async (tell) =>
      begin(await followingOf(this.host, operation, { ...watch, tell })),
    );
    this.host.deployments.ended(operation.id);
    await this.conclude(operation, result);
  }

  private async conclude({ kind, target }: ShownOperation, result: Result<DeploymentOutcome>): Promise<void> {
    const connector = this.host.connectorName;
    const operation = { kind, target };
    if (!result.ok) return this.refuse(result.error, target.profile, leftAlone(operation));
    const events = this.view?.phase === 'running' ? this.view.events : [];
    const place = result.value.failure && (await this.host.placeOf(result.value.failure.logicalId));
    this.show({ phase: 'done', connector, operation, outcome: result.value, events, place });
    this.host.onStack({ kind: 'seen', at: new Date(), status: result.value.stackStatus, profile: target.profile });
    // Not waited for: a notification may stand for hours.
    if (!this.stage.isVisible) void announce(result.value).then((isWanted) => isWanted && this.reveal());
  }

  private async discard(changeSetId: string): Promise<void> {
    const { ready } = this;
    if (ready?.preview.changeSetId !== changeSetId || !this.host.isTrusted()) return;
    if (!(await this.host.confirm.discard(ready.preview))) return this.showReady(ready);
    this.ready = undefined;
    const gone = await (await this.host.backend()).discard(ready.preview, ready.credentials);
    if (!gone.ok) return this.refuse(gone.error, ready.preview.target.profile, 'The change set was not discarded.');
    this.show(this.stale('The change set was discarded. Nothing else was changed.'));
  }

  private async cancel(): Promise<void> {
    const { work } = this;
    if (!work) return;
    const { abort, operation } = work;
    if (!operation || onCancel(operation) === 'leave' || (await this.host.confirm.cancelUpdate(operation))) abort.abort();
    if (this.view?.phase === 'running') this.show({ ...this.view, cancelling: abort.signal.aborted });
  }

  private async onMessage(message: DeploymentPageMessage): Promise<void> {
    switch (message.kind) {
      case 'deploy':
        return this.alone(() => this.deployReady(message.changeSetId, message.acknowledged));
      case 'discard':
        return this.alone(() => this.discard(message.changeSetId));
      case 'cancel':
        return this.cancel();
      case 'resolve':
        return this.alone(() => this.resolve(message.logicalId, message.choice));
      case 'previewAgain':
        if (this.ask === askForPreview || !this.credentials || !this.host.isTrusted()) return this.host.onPageWish(message, this.view);
        return this.previewAgain(this.credentials);
      case 'copyOutputs':
        return copyOutputs(this.view);
      case 'ready':
        return;
      default:
        this.host.onPageWish(message, this.view);
    }
  }

  /** Previews again with the choice; the page can only choose what it was offered. */
  private async resolve(logicalId: string, kind: ConflictChoice['kind']): Promise<void> {
    const { credentials, view: shown } = this;
    if (!credentials || !shown || !this.host.isTrusted()) return;
    const wish = await wishFor(checksOf(shown), { logicalId, kind });
    if (!wish) return this.show(shown); // turned away: the buttons work again
    this.wishes = [...this.wishes.filter((each) => each.logicalId !== logicalId), wish];
    await this.makePreview(credentials);
  }

  private refuse(problem: Problem, profile: string, whenCancelled: string, checks: readonly PreflightCheck[] = []): void {
    if (problem.code === 'cancelled') return this.show(this.stale(whenCancelled));
    this.show({ phase: 'refused', connector: this.host.connectorName, profile, problem, checks });
  }

  private showReady({ preview }: Ready): void {
    this.show({ phase: 'preview', connector: this.host.connectorName, preview });
  }

  private stale(reason: string): DeploymentView {
    return { phase: 'stale', connector: this.host.connectorName, reason };
  }
}
