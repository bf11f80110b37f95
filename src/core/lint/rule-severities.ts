import { shown } from '../document/shown';
import { severities, type Finding, type Severity } from '../model/finding';
import { builtInChecks } from './built-in-checks';
import { nearest } from './nearest';
import { rules } from './rules';

/** What the user wants to hear of each rule, by its id: another severity, or nothing. */
export type RuleSeverities = ReadonlyMap<string, Severity | 'off'>;

export interface ReadSeverities {
  readonly severities: RuleSeverities;
  /** What could not be understood, in sentences. The rest holds. */
  readonly mistakes: readonly string[];
}

const levels: readonly (Severity | 'off')[] = ['off', ...severities];

/** Reads `{ "<rule id>": "off" | "hint" | "information" | "warning" | "error" }`, whatever came instead. */
export function readSeverities(setting: unknown): ReadSeverities {
  if (setting === undefined || setting === null) return { severities: new Map(), mistakes: [] };
  if (typeof setting !== 'object' || Array.isArray(setting)) {
    return { severities: new Map(), mistakes: ['The severities of rules must be an object of rule ids.'] };
  }
  const read = Object.entries(setting).map(([id, level]: [string, unknown]) => readOne(id, level));
  return {
    severities: new Map(read.flatMap((one) => ('level' in one ? [[one.id, one.level] as const] : []))),
    mistakes: read.flatMap((one) => ('mistake' in one ? [one.mistake] : [])),
  };
}

/** One rule with its severity, as a setting or an argument names them. */
export function readOne(id: string, level: unknown): { readonly id: string; readonly level: Severity | 'off' } | { readonly mistake: string } {
  const known = levels.find((candidate) => candidate === level);
  if (!adjustable().includes(id)) {
    const meant = nearest(id, adjustable());
    return { mistake: `Rule ${shown(id)} does not exist, or cannot be adjusted.${meant ? ` Write ${meant}.` : ''}` };
  }
  return known ? { id, level: known } : { mistake: `${level === '' ? 'No severity is given' : `${shown(String(level))} is no severity`} for rule ${id}. Write ${levels.slice(0, -1).join(', ')} or ${levels.at(-1)}.` };
}

/** Syntax errors are always heard. */
const adjustable = (): readonly string[] => [
  ...rules.map(({ id }) => id),
  ...builtInChecks.filter(({ silenceable }) => silenceable).map(({ id }) => id),
];

/** Findings with the severities that the user wants; a rule's own gradations give way to it. */
export function withSeverities(findings: readonly Finding[], wanted: RuleSeverities): readonly Finding[] {
  if (wanted.size === 0) return findings;
  return findings.flatMap((finding) => {
    const level = wanted.get(finding.rule);
    if (level === 'off') return [];
    return [level ? { ...finding, severity: level } : finding];
  });
}
