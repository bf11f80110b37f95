import type { HealthPageMessage, HealthView } from '../../src/protocol/health';

/** The whole page, without a document. */
export interface PageState {
  /** Absent until the extension has sent the first view. */
  readonly view: HealthView | undefined;
  /** A wish on its way: its button waits until the extension answers with a view. */
  readonly asked: HealthPageMessage['kind'] | undefined;
  /** What was copied last; said until something else happens. */
  readonly copied: string | undefined;
}

export type PageEvent =
  | { readonly type: 'view'; readonly view: HealthView }
  | { readonly type: 'asked'; readonly wish: HealthPageMessage['kind'] }
  | { readonly type: 'copied'; readonly what: string };

export function next(state: PageState, event: PageEvent): PageState {
  switch (event.type) {
    case 'view':
      return { view: event.view, asked: undefined, copied: undefined };
    case 'asked':
      return { ...state, asked: event.wish, copied: undefined };
    case 'copied':
      return { ...state, copied: event.what };
  }
}
