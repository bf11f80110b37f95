import type { XmlObject } from '../../http/xml';
import { validationError } from '../../service-error';
import type { Operation, OperationTable } from '../../service-request';
import { requireStack, findStack } from '../stacks/find-stack';
import { readTemplateBody } from '../stacks/read-template-body';
import { requiredCapability } from '../template/capabilities';
import { checkTemplate } from '../template/check-template';
import { parseTemplate } from '../template/parse-template';
import type { Template } from '../template/template';

const validate: Operation = (request) => {
  const template = parseTemplate(readTemplateBody(request));
  checkTemplate(template);
  return {
    Parameters: [...template.parameters].map(([key, parameter]) => ({
      ParameterKey: key,
      DefaultValue: parameter.default,
      NoEcho: parameter.noEcho,
      Description: parameter.description,
    })),
    Description: template.description,
    ...capabilitiesXml(template),
    DeclaredTransforms: template.transforms,
  };
};

const summarize: Operation = (request) => {
  const name = request.input.text('StackName');
  const body = name ? requireStack(request, name).deployment?.templateBody : readTemplateBody(request);
  const template = parseTemplate(body ?? '');
  const types = [...new Set([...template.resources.values()].map(({ type }) => type))];
  return {
    Parameters: [...template.parameters].map(([key, parameter]) => ({
      ParameterKey: key,
      DefaultValue: parameter.default,
      ParameterType: parameter.type,
      NoEcho: parameter.noEcho,
      Description: parameter.description,
      ParameterConstraints: { AllowedValues: parameter.allowedValues },
    })),
    Description: template.description,
    ...capabilitiesXml(template),
    ResourceTypes: types,
    Version: '2010-09-09',
    Metadata: template.metadata === undefined ? undefined : JSON.stringify(template.metadata),
    DeclaredTransforms: template.transforms,
  };
};

const get: Operation = (request) => {
  const { input } = request;
  const name = input.required('StackName');
  const stack = findStack(request, name);
  if (!stack) throw validationError(`Stack with id ${name} does not exist`);
  const wanted = input.text('ChangeSetName');
  const changeSet = stack.changeSets.find(({ id, name: changeSetName }) => id === wanted || changeSetName === wanted);
  const deployment = wanted === undefined ? stack.deployment : changeSet?.deployment;
  return { TemplateBody: deployment?.templateBody, StagesAvailable: ['Original', 'Processed'] };
};

export const templateOperations: OperationTable = { ValidateTemplate: validate, GetTemplateSummary: summarize, GetTemplate: get };

function capabilitiesXml(template: Template): XmlObject {
  const required = requiredCapability(template);
  return { Capabilities: required && [required.capability], CapabilitiesReason: required?.reason };
}
