/** Bytes of a text in UTF-8, which is what CloudFormation counts. */
export function utf8Length(text: string): number {
  if (!hasOthers.test(text)) return text.length;
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    bytes += code < 0x800 ? 1 : 2;
    // Two halves of one character: four bytes in all.
    if (isHigh(code) && isLow(text.charCodeAt(at + 1))) at++;
  }
  return bytes;
}

/** Nearly all texts are: one search is faster than a look at each character. */
const hasOthers = /[\u0080-\uffff]/;

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
