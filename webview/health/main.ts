import type { HealthHostMessage, HealthPageMessage, HealthPageState } from '../../src/protocol/health';
import { isHealthHostMessage } from '../../src/protocol/health-shapes';
import { openChannel } from '../channel';
import { registerToolkit } from '../toolkit';
import { next, type PageEvent, type PageState } from './state';
import { createView } from './view';

registerToolkit();

let state: PageState = { view: undefined, asked: undefined, copied: undefined };

const copies: Partial<Readonly<Record<HealthPageMessage['kind'], string>>> = {
  copyReport: 'The report was copied.',
  copySteps: 'The steps were copied.',
  copyScript: 'The script was copied.',
};

const view = createView(document, (wish) => {
  channel.send(wish);
  const copied = copies[wish.kind];
  if (copied !== undefined) apply({ type: 'copied', what: copied });
  else if (waits.has(wish.kind)) apply({ type: 'asked', wish: wish.kind });
});

/** Wishes that the extension answers with a view. */
const waits: ReadonlySet<HealthPageMessage['kind']> = new Set(['verify', 'readAzure', 'signIn', 'cancel', 'fix']);

const channel = openChannel<HealthHostMessage, HealthPageMessage, HealthPageState>(isHealthHostMessage, (message) => {
  channel.keep({ connectorKey: message.connectorKey });
  apply({ type: 'view', view: message.view });
});

channel.send({ kind: 'ready' });

function apply(event: PageEvent): void {
  state = next(state, event);
  view.show(state);
}
