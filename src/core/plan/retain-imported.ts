import { asJson } from './template-body';
import type { TemplateText } from './template-source';

/**
 * The template in which the resources to import are kept when they leave the stack: CloudFormation imports no other.
 * It is the template itself where there is nothing to import.
 */
export function retainImported(template: TemplateText, logicalIds: readonly string[]): TemplateText {
  const resources = asJson(template.body['Resources']);
  const changed = logicalIds.filter((id) => !/^Retain/.test(String(asJson(resources[id])['DeletionPolicy'])));
  if (changed.length === 0) return template;
  const kept = changed.map((id) => [id, { ...asJson(resources[id]), DeletionPolicy: 'Retain' }] as const);
  const body = { ...template.body, Resources: { ...resources, ...Object.fromEntries(kept) } };
  const { url: _, ...rest } = template;
  return { ...rest, body, text: JSON.stringify(body, undefined, 2) };
}
