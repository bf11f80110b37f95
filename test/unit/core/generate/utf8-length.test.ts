import assert from 'node:assert/strict';
import { utf8Length } from '../../../../src/core/generate/utf8-length';

describe('the length of a text in UTF-8', () => {
  for (const text of ['', 'plain', 'größer', '10 €', '🙂', '\ud800 alone', '\u007f\u0080\u07ff\u0800\uffff\u{10000}']) {
    it(`is what Node counts for ${JSON.stringify(text)}`, () => assert.equal(utf8Length(text), Buffer.byteLength(text)));
  }
});
