// One of the processes among which a night's documents are shared: takes its share as a message, and answers with what failed.
import { failuresIn, type Share } from './failures';

process.once('message', (share: Share) => {
  process.send?.([...failuresIn(share)], () => process.disconnect());
});
