/** A text for a comment or a message: whatever would end the line is a space. */
export const oneLine = (text: string): string =>
  [...text].map((character) => (isControl(character) ? ' ' : character)).join('').trim();

const isControl = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029;
};
