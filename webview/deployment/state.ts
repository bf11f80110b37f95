import type { DeploymentPageMessage, DeploymentView } from '../../src/protocol/deployment';

/** The whole page, without a document. */
export interface PageState {
  /** Absent until the extension has sent the first view. */
  readonly view: DeploymentView | undefined;
  /** A wish on its way: its button waits until the extension answers with a view. */
  readonly asked: DeploymentPageMessage['kind'] | undefined;
  /** The outputs were copied; said until something else happens. */
  readonly copied: boolean;
  /** Ids of the escalations whose boxes are ticked, of the change set that is shown. */
  readonly acknowledged: readonly string[];
}

export type PageEvent =
  | { readonly type: 'view'; readonly view: DeploymentView }
  | { readonly type: 'asked'; readonly wish: DeploymentPageMessage['kind'] }
  | { readonly type: 'copied' }
  | { readonly type: 'acknowledged'; readonly id: string; readonly ticked: boolean };

export function next(state: PageState, event: PageEvent): PageState {
  switch (event.type) {
    case 'view':
      return { view: event.view, asked: undefined, copied: false, acknowledged: sameChangeSet(state.view, event.view) ? state.acknowledged : [] };
    case 'asked':
      return { ...state, asked: event.wish };
    case 'copied':
      return state.view?.phase === 'done' ? { ...state, copied: true } : state;
    case 'acknowledged':
      return { ...state, acknowledged: [...state.acknowledged.filter((id) => id !== event.id), ...(event.ticked ? [event.id] : [])] };
  }
}

/** What was acknowledged holds for one change set: another one is read anew. */
const sameChangeSet = (one: DeploymentView | undefined, other: DeploymentView): boolean =>
  one?.phase === 'preview' && other.phase === 'preview' && one.preview.changeSetId === other.preview.changeSetId;
