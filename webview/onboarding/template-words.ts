import { answerAt, type Answers } from '../../src/core/onboarding/answers';
import type { TemplateSummary } from '../../src/protocol/onboarding';

/** "The template has 21 resources and 38,120 bytes of the 51,200 that a request takes." */
export function templateWords(template: TemplateSummary): string {
  if (!template.ok) return template.message;
  const number = (value: number) => value.toLocaleString('en-US');
  if (template.of === 'terraform') return `Terraform's main.tf has ${template.resources} resources and ${number(template.bytes)} bytes. It makes the connector in Azure too.`;
  const size = `The template has ${template.resources} ${template.resources === 1 ? 'resource' : 'resources'} and ${number(template.bytes)} bytes`;
  if (template.bytes <= template.limit) return `${size} of the ${number(template.limit)} that a request takes${template.minified ? ': it is written on one line, without white space, to fit' : ''}.`;
  return `${size}, more than the ${number(template.limit)} that a request takes, so deployment goes through S3.`;
}

/** What the template becomes in AWS. */
export function stackWords(answers: Answers): string {
  const stack = `Stack ${String(answerAt(answers, 'deployment.stack') ?? 'defender-for-cloud')} in ${String(answerAt(answers, 'deployment.region') ?? 'us-east-1')}`;
  if (answerAt(answers, 'account.type') !== 'management') return `${stack}.`;
  return `${stack} of the management account, StackSet ${String(answerAt(answers, 'account.stackSet') ?? 'defender-members')} for its members.`;
}
