import type { Finding } from '../model/finding';
import type { RuleFinding, RuleText } from './rule';

/** A rule's finding, with what the rule says of all of them. */
export const toFinding = (rule: RuleText, { message, span, severity = rule.severity, fixes = [], related, tags }: RuleFinding): Finding => ({
  rule: rule.id,
  severity,
  message: oneLine(message),
  span,
  fixes,
  ...(related ? { related } : {}),
  ...(tags ? { tags } : {}),
});

/** Whatever a value in it has. */
const oneLine = (message: string): string => message.replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ');
