import type { DocumentReader, LocatedDocument } from './located';
import { readJson } from './read-json';
import { readYaml } from './read-yaml';

/** Well over what CloudFormation accepts: a longer file is refused unread, so that typing never waits for it. */
const maxLength = 1_500_000;

/** Reads YAML or JSON into located values. Whatever cannot be read becomes a syntax error. */
export const readDocument: DocumentReader = (text, format) => {
  const refused = refusal(text);
  if (refused) return { text, format, root: undefined, syntaxErrors: [refused] };
  return format === 'json' ? readJson(text) : readYaml(text);
};

function refusal(text: string): LocatedDocument['syntaxErrors'][number] | undefined {
  if (text.length > maxLength) {
    const size = (text.length / 1_000_000).toFixed(1);
    return {
      message: `This file has ${size} million characters, and CloudFormation accepts at most 1 MB. Split it to have it checked.`,
      span: { start: 0, end: 0 },
    };
  }
  const nul = text.indexOf('\0');
  if (nul < 0) return undefined;
  return {
    message: 'This file holds binary data (a NUL character). Save it as UTF-8 text.',
    span: { start: nul, end: nul + 1 },
  };
}
