import { rules } from '../lint/rules';

/** The page that says why a rule holds, or undefined for what is no rule of ours, such as a syntax error. */
export const ruleSource = (id: string): string | undefined => sources.get(id);

const sources: ReadonlyMap<string, string> = new Map(rules.map(({ id, source }) => [id, source]));
