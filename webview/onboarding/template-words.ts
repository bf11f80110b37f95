import type { TemplateSummary } from '../../src/protocol/onboarding';

/** "21 resources, 38,120 bytes of the 51,200 that a request takes." */
export function templateWords(template: TemplateSummary): string {
  if (!template.ok) return template.message;
  const number = (value: number) => value.toLocaleString('en-US');
  if (template.of === 'terraform') return `Terraform's main.tf has ${template.resources} resources and ${number(template.bytes)} bytes. It makes the connector in Azure too.`;
  const size = `The template has ${template.resources} resources and ${number(template.bytes)} bytes`;
  if (template.bytes <= template.limit) return `${size} of the ${number(template.limit)} that a request takes.`;
  return `${size}, more than the ${number(template.limit)} that a request takes, so deployment goes through S3.`;
}
