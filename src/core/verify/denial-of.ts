import { matchesPattern } from '../lint/view/matches-pattern';
import { isJsonObject, own, type Json } from '../model/json';

interface Access {
  readonly actions: readonly string[];
  /** An ARN. */
  readonly resource: string;
}

/**
 * Whether a policy denies an access to everybody. `perhaps`: a Deny has conditions or exceptions that are not read here.
 * That requests have to use TLS denies nothing to who uses it.
 */
export function denialOf(policy: Json, access: Access): 'yes' | 'no' | 'perhaps' {
  const answers = list(field(policy, 'Statement')).map((statement) => answerOf(statement, access));
  return answers.find((answer) => answer === 'yes') ?? answers.find((answer) => answer === 'perhaps') ?? 'no';
}

function answerOf(statement: Json, { actions, resource }: Access): 'yes' | 'no' | 'perhaps' {
  if (field(statement, 'Effect') !== 'Deny' || isAboutTls(field(statement, 'Condition'))) return 'no';
  const has = (key: string) => field(statement, key) !== undefined;
  const everybody = names(field(statement, 'Principal')).includes('*');
  if (!everybody && !has('NotPrincipal')) return 'no';
  if (!has('NotAction') && !actions.some((action) => matches(action, field(statement, 'Action')))) return 'no';
  if (!has('NotResource') && !matches(resource, field(statement, 'Resource'))) return 'no';
  return ['Condition', 'NotPrincipal', 'NotAction', 'NotResource'].some(has) ? 'perhaps' : 'yes';
}

const isAboutTls = (condition: Json | undefined): boolean => JSON.stringify(condition)?.toLowerCase() === '{"bool":{"aws:securetransport":"false"}}';

const matches = (text: string, patterns: Json | undefined): boolean =>
  list(patterns).some((pattern) => typeof pattern === 'string' && matchesPattern(text.toLowerCase(), pattern.toLowerCase()));

/** Of `*` and `{"AWS": "*"}`. */
const names = (principal: Json | undefined): readonly Json[] => list(field(principal, 'AWS') ?? principal);

const list = (value: Json | undefined): readonly Json[] => (value === undefined ? [] : [value].flat());

const field = (value: Json | undefined, key: string): Json | undefined => (isJsonObject(value) ? own(value, key) : undefined);
