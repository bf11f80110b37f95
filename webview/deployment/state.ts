import type { DeploymentPageMessage, DeploymentView } from '../../src/protocol/deployment';

/** The whole page, without a document. */
export interface PageState {
  /** Absent until the extension has sent the first view. */
  readonly view: DeploymentView | undefined;
  /** A wish on its way: its button waits until the extension answers with a view. */
  readonly asked: DeploymentPageMessage['kind'] | undefined;
  /** The outputs were copied; said until something else happens. */
  readonly copied: boolean;
}

export type PageEvent =
  | { readonly type: 'view'; readonly view: DeploymentView }
  | { readonly type: 'asked'; readonly wish: DeploymentPageMessage['kind'] }
  | { readonly type: 'copied' };

export function next(state: PageState, event: PageEvent): PageState {
  switch (event.type) {
    case 'view':
      return { view: event.view, asked: undefined, copied: false };
    case 'asked':
      return { ...state, asked: event.wish };
    case 'copied':
      return state.view?.phase === 'done' ? { ...state, copied: true } : state;
  }
}
