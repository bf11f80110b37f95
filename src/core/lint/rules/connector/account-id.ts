import { shown } from '../../../document/shown';
import type { LocatedDocument, LocatedScalar } from '../../../document/located';
import type { Fix } from '../../../model/finding';
import { replace } from '../../fix/replace';
import { connectorRule } from '../../rule';

/** IAM knows accounts by twelve digits; a number in YAML loses the leading ones. */
export const accountId = connectorRule({
  id: 'connector/account-id',
  severity: 'error',
  summary: 'The account id is twelve digits, in quotes.',
  why: `Defender for Cloud finds the roles by the account id in their ARN. An id with a digit too few or too many, or
one that YAML read as a number and stripped of its leading zero, names no account that Defender for Cloud could reach.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws',
  checked: '2026-11-22',

  *check({ document, accountId: id }) {
    if (!id) return;
    const message = accountIdMistake(document, id, 'Account id');
    if (message) yield { span: id.span, message, fixes: quoteDigits(document, id) };
  },
});

/** What is wrong with an account id, or undefined. */
export function accountIdMistake(document: LocatedDocument, id: LocatedScalar, name: string): string | undefined {
  const written = document.text.slice(id.span.start, id.span.end);
  const digits = written.replace(/\D/g, '');
  if (typeof id.value === 'string' && /^[0-9]{12}$/.test(id.value)) return undefined;
  if (id.value === null || written === '""' || written === "''") return `${name} is empty. Write the twelve digits of the AWS account, in quotes.`;
  if (digits.length !== 12) {
    return `${name} ${shown(written)} has ${digits.length} digits, and an AWS account id has twelve. Copy it from the AWS console.`;
  }
  if (typeof id.value === 'number') return `${name} ${shown(written)} is a number, and numbers lose their leading zeros. Put it in quotes.`;
  return `${name} ${shown(written)} holds more than digits. Write "${digits}".`;
}

/** The twelve digits as they are written, in quotes. */
export function quoteDigits(document: LocatedDocument, id: LocatedScalar): readonly Fix[] {
  const written = document.text.slice(id.span.start, id.span.end);
  const digits = written.replace(/\D/g, '');
  if (digits.length !== 12 || !/^["']?[\d\s-]+["']?$/.test(written)) return [];
  return [replace(`Write "${digits}"`, id.span, `"${digits}"`)];
}
