/**
 * Account ids out of whatever was pasted: separated by commas, semicolons, spaces or lines, quoted or not, with the
 * hyphens of the AWS console. What is no id stays, so that it can be marked; so does an id that stands there twice.
 */
export const accountIdsIn = (pasted: string): readonly string[] =>
  pasted
    .replace(/\b(\d{4})[-\u2011\u2013 ](\d{4})[-\u2011\u2013 ](\d{4})\b/g, '$1$2$3')
    .split(/[\s,;|"'`[\]()\u00a0\u200b\ufeff]+/)
    .filter((part) => part !== '' && part !== '-');
