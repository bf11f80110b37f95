/** Whether a text names an address, and no file. */
export const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(text);

/** What is wrong with an address that a template is to be read from, in words; undefined when nothing is. */
export function addressMistake(address: string): string | undefined {
  if (/^https:\/\/[^\s/]+\/\S+$/i.test(address) || onThisMachine.test(address)) return undefined;
  return 'The address of a template begins with https:// and names a file there.';
}

/** Nobody between here and there can read along or change it. */
const onThisMachine = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/\S+$/i;
