import type { Values } from './match-pattern';

/** Words of a diagnostic with the values in their places: `{role|the role}` is the value, or what stands after the bar. */
export const fillWords = (words: string, values: Values): string => fill(words, values, () => true);

/** The same for a command that somebody will paste into a shell: only values that a shell takes as they are. */
export const fillCommand = (words: string, values: Values): string => fill(words, values, (value) => /^[\w.:/@+=-]+$/.test(value));

const fill = (words: string, values: Values, takes: (value: string) => boolean) =>
  words.replace(/\{(\w+)(?:\|([^{}]*))?\}/g, (whole, name: string, otherwise: string | undefined) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value !== undefined && takes(value) ? shortened(value) : (otherwise ?? whole);
  });

const shortened = (value: string) => (value.length > 200 ? `${value.slice(0, 199)}…` : value);
