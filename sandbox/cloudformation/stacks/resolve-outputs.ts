import { evaluate } from '../template/evaluate';
import { isPresent } from './prepare-deployment';
import type { Stack, StackOutput } from './stack';
import { stackScope } from './stack-scope';
import { currentValues, deploymentOf, placeOf } from './stack-run';

export function resolveOutputs(stack: Stack): readonly StackOutput[] {
  const deployment = deploymentOf(stack);
  const scope = stackScope(deployment, placeOf(stack), currentValues(stack));
  return [...deployment.template.outputs]
    .filter(([, { condition }]) => isPresent(deployment, condition))
    .map(([key, { value, description, exportName }]) => ({
      key,
      value: String(evaluate(value, scope) ?? ''),
      description,
      exportName: exportName === undefined ? undefined : String(evaluate(exportName, scope) ?? ''),
    }));
}
