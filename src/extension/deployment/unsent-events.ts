import type { DeploymentView } from '../../protocol/deployment';

/** Spares a page what it has: while an operation runs it gets each event once, which it then keeps. */
export interface UnsentEvents {
  of(view: DeploymentView): DeploymentView;
  /** The page is a new one: it has nothing. */
  forget(): void;
}

export function unsentEvents(): UnsentEvents {
  const sent = new Set<string>();
  return {
    forget: () => sent.clear(),
    of: (view) => {
      if (view.phase !== 'running') {
        sent.clear(); // the next operation's page begins without any
        return view;
      }
      const events = view.events.filter(({ id }) => !sent.has(id));
      for (const { id } of events) sent.add(id);
      return { ...view, events };
    },
  };
}
