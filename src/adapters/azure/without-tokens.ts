/** A token never belongs into a message or a log, whatever the answer repeats of the request. */
export const withoutTokens = (text: string): string =>
  text
    .replace(/\beyJ[\w-]*(\.[\w-]*){1,4}/g, '<token>')
    .replace(/\bBearer\s+[^\s",;]+/gi, 'Bearer <token>')
    .replace(/[A-Za-z0-9+/=_-]{120,}/g, '<hidden>');
