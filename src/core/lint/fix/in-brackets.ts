/** A value on one line, in braces and quotes: JSON is YAML too. */
export const inBrackets = (value: unknown): string => JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
