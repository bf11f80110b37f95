import { isExpression } from '../../view/arm-expression';
import { armConnectorRule } from '../../rule';
import { accountIdMistake, quoteDigits } from '../connector/account-id';

export const armAccountId = armConnectorRule({
  id: 'arm/account-id',
  severity: 'error',
  summary: 'The account, hierarchyIdentifier, is the twelve digits of an AWS account, in quotes.',
  why: `The specification takes any text. Defender for Cloud looks for roles in the account with this id, and finds none
where a digit is missing or a leading zero was lost because the id was written as a number.`,
  source: 'https://learn.microsoft.com/azure/templates/microsoft.security/securityconnectors',
  checked: '2026-11-22',

  *check({ document, at }) {
    const id = at('hierarchyIdentifier')?.value;
    if (id?.kind !== 'scalar' || isExpression(id)) return;
    const message = accountIdMistake(document, id, 'hierarchyIdentifier');
    if (message) yield { span: id.span, message, fixes: quoteDigits(document, id) };
  },
});
