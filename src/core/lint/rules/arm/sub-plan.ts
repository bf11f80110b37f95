import { replace } from '../../fix/replace';
import { armConnectorRule } from '../../rule';
import { knownText } from '../../view/arm-expression';

export const subPlan = armConnectorRule({
  id: 'arm/sub-plan',
  severity: 'warning',
  summary: 'The servers plan is an object: { "type": "P1" } or { "type": "P2" }.',
  why: `Public samples, and some answers of Azure, have the servers plan as text, \`"subPlan": "P2"\`. The specification has an
object in every api-version, so that what becomes of the text is not said. In an answer of Azure it is information.`,
  source: 'https://learn.microsoft.com/azure/templates/microsoft.security/securityconnectors',
  checked: '2026-11-22',

  *check({ at, isAnswer }) {
    const value = at('offerings.DefenderForServersAws.subPlan')?.value;
    const plan = knownText(value);
    if (!value || plan === undefined) return;
    const text = `{ "type": ${JSON.stringify(plan)} }`;
    yield {
      span: value.span,
      severity: isAnswer ? 'information' : 'warning',
      message: `subPlan is the text ${JSON.stringify(plan)}, and the specification has an object. Write ${text}.`,
      fixes: [replace(`Write ${text}`, value.span, text)],
    };
  },
});
