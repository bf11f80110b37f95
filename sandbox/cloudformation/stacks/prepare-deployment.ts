import type { ServiceRequest } from '../../service-request';
import { checkCapabilities } from '../template/capabilities';
import { checkTemplate } from '../template/check-template';
import { resolveParameters, type ParameterValues } from '../template/parameters';
import { parseTemplate } from '../template/parse-template';
import { readTemplateBody } from './read-template-body';
import type { Deployment } from './stack';
import { resolveConditions, stackScope, type StackPlace } from './stack-scope';
import { evaluate } from '../template/evaluate';

/** Reads and checks what a request wants of a stack. Refuses all that CloudFormation refuses before it begins. */
export function prepareDeployment(request: ServiceRequest, place: StackPlace, previous: Deployment | undefined): Deployment {
  const { input } = request;
  const templateBody = input.flag('UsePreviousTemplate') && previous ? previous.templateBody : readTemplateBody(request);
  const template = parseTemplate(templateBody);
  checkTemplate(template);
  const given = input.structures('Parameters').map((parameter) => ({
    key: parameter.required('ParameterKey'),
    value: parameter.text('ParameterValue'),
    usePrevious: parameter.flag('UsePreviousValue') ?? false,
  }));
  const parameters: ParameterValues = resolveParameters(template, given, previous?.parameters);
  const capabilities = input.texts('Capabilities');
  checkCapabilities(template, capabilities);
  const deployment: Deployment = {
    template,
    templateBody,
    parameters,
    conditions: resolveConditions(template, parameters, place),
    capabilities,
    tags: input.has('Tags')
      ? input.structures('Tags').map((tag) => ({ Key: tag.required('Key'), Value: tag.text('Value') ?? '' }))
      : (previous?.tags ?? []),
  };
  checkResolvable(deployment, place);
  return deployment;
}

export const isPresent = ({ conditions }: Deployment, condition: string | undefined): boolean =>
  condition === undefined || conditions.get(condition) === true;

/** Resolves everything once with stand-ins for what is not made yet, so that a wrong function is refused at once. */
function checkResolvable(deployment: Deployment, place: StackPlace): void {
  const { resources, outputs } = deployment.template;
  const present = (logicalId: string) => isPresent(deployment, resources.get(logicalId)?.condition);
  const value = (logicalId: string) => (resources.has(logicalId) && present(logicalId) ? logicalId : undefined);
  const scope = stackScope(deployment, place, { ref: value, attribute: value });
  for (const { properties, condition } of resources.values()) if (isPresent(deployment, condition)) evaluate(properties, scope);
  for (const output of outputs.values()) if (isPresent(deployment, output.condition)) evaluate(output.value, scope);
}
