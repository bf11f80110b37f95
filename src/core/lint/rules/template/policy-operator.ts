import { shown } from '../../../document/shown';
import { replace } from '../../fix/replace';
import { writeScalar } from '../../fix/write-scalar';
import { nearest } from '../../nearest';
import { policyRule } from '../../policy-rule';
import { conditionOperator, conditionOperators } from '../../view/condition-operator';
import { isIntrinsic } from '../../view/is-intrinsic';

/** The conditions of permissions keep them to Defender's own things. */
export const policyOperator = policyRule({
  id: 'template/policy-operator',
  severity: 'error',
  summary: 'Conditions of permission policies use operators that IAM knows.',
  why: `AWS refuses a policy whose condition has an operator that it does not know, and CloudFormation rolls the stack back.
Operators are told apart by their names alone, with \`ForAllValues:\` or \`ForAnyValue:\` in front and \`IfExists\` behind.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  checked: '2026-11-22',
  reads: [],

  *check({ statements }, { document }) {
    for (const block of statements.flatMap(({ condition }) => condition?.value ?? [])) {
      if (block.kind !== 'map' || isIntrinsic(block)) continue;
      for (const { key } of block.entries) {
        const written = String(key.value);
        const { isKnown, base } = conditionOperator(written);
        if (isKnown) continue;
        const meant = nearest(base, conditionOperators);
        const right = meant && written.replace(base, meant);
        yield {
          span: key.span,
          message: `IAM knows no condition operator ${shown(written)}. ${right ? `Write ${right}.` : 'Write one of its own, such as StringEquals.'}`,
          fixes: right ? [replace(`Write ${right}`, key.span, writeScalar(document, key, right))] : [],
        };
      }
    }
  },
});
