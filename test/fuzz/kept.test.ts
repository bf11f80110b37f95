import { kept } from './kept';
import { checkDocument } from './properties';

describe('what mutation has found once', () => {
  for (const [name, document] of Object.entries(kept)) {
    it(name, () => checkDocument(document));
  }
});
