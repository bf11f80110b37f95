import type { ErrorMessage } from './error-message';
import { jsonMessages } from './json-messages';
import { longestError } from './search-text';
import { textMessage } from './text-message';

/** What was pasted, as one or more messages: the one that is most likely the cause comes first. Never empty, never throws. */
export function readError(given: string): readonly ErrorMessage[] {
  const text = given.slice(0, longestError).trim();
  const json = parsed(text) ?? parsed(text.slice(start(text)));
  const messages = json === undefined ? [] : jsonMessages(json);
  return messages.length > 0 ? messages : [textMessage(text)];
}

/** A command line or a portal puts words before the JSON. */
const start = (text: string) => Math.max(0, text.search(/[{[]/));

function parsed(text: string): object | undefined {
  if (!/^[{[]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // no JSON, then: a text
  }
}
