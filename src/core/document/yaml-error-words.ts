import type { ErrorCode } from 'yaml';

/** Says a YAML error in plain words, and what to do. */
export function yamlErrorWords(code: ErrorCode, message: string): string {
  const known = words[code];
  if (known) return known;
  const sentence = message.replace(/\s+/g, ' ').slice(0, 200);
  return `This is not valid YAML: ${sentence}.`;
}

const words: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'An alias needs a name. Write * and the name of an anchor.',
  BAD_COLLECTION_TYPE: 'The tag does not fit this kind of value. Remove the tag.',
  BAD_DIRECTIVE: 'This directive is not known. Remove the line that starts with %.',
  BAD_DQ_ESCAPE: 'Text in double quotes holds an escape that YAML does not know. Write \\\\ for a backslash.',
  BAD_INDENT: 'This does not line up with what belongs to it. Indent it like its neighbours, and close every bracket.',
  BAD_SCALAR_START: 'Text cannot start with this character. Put it in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A key with its own value cannot stand on the line of another key. Put it on a new line, indented, or quote the text.',
  BLOCK_IN_FLOW: 'Indented lines cannot stand inside brackets. Separate the values with commas.',
  KEY_OVER_1024_CHARS: 'This key is longer than 1,024 characters. Shorten it, or close the quote before it.',
  MISSING_CHAR: 'A character is missing here: close the quote or bracket, or put a comma, a space or a colon.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line and end with a colon. Add the colon, or close the quote before it.',
  MULTIPLE_ANCHORS: 'A value can have one anchor only. Remove the others.',
  MULTIPLE_TAGS: 'A value can have one tag only. Remove the others.',
  TAB_AS_INDENT: 'YAML is indented with spaces, and a tab stands here. Replace it with spaces.',
  UNEXPECTED_TOKEN: 'This does not belong here. Put text that starts with a special character in quotes.',
};
