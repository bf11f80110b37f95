import { ok, type Result } from '../../core/model/result';
import type { Problem } from '../../core/model/problem';
import type { TemplateSize } from '../../core/plan/deployment-preview';
import { templateSource, type TemplateSource, type TemplateText } from '../../core/plan/template-source';
import type { Look } from './look';

export interface CheckedTemplate {
  readonly source: TemplateSource;
  readonly size: TemplateSize;
  readonly capabilities: readonly string[];
}

const check = { id: 'template', title: 'Template' };

/** Whether the template fits, CloudFormation reads it, and it is what will be carried out. */
export async function checkTemplate({ ports, list, signal }: Look, template: TemplateText): Promise<Result<CheckedTemplate>> {
  const travel = templateSource(template);
  if (!travel.ok) return list.failed(check, travel.error);
  const read = await ports.stacks.validate(travel.value.source, signal);
  if (!read.ok) return list.failed(check, read.error);
  if (read.value.transforms.length > 0) return list.failed(check, rewritten(read.value.transforms));
  const capabilities = read.value.capabilities.filter((name) => name !== 'CAPABILITY_AUTO_EXPAND');
  const { bytes, minified } = travel.value.size;
  const where = 'url' in travel.value.source ? `, read from ${travel.value.source.url}` : minified ? ', without white space' : '';
  const needs = capabilities.length > 0 ? ` It needs ${capabilities.join(', ')}, which is given when you agree.` : '';
  list.passed({ ...check, evidence: `CloudFormation accepts the template (${bytes.toLocaleString('en-US')} bytes${where}).${needs}` });
  return ok({ ...travel.value, capabilities });
}

const rewritten = (transforms: readonly string[]): Problem => ({
  code: 'invalidInput',
  message: `The template uses ${transforms.join(', ')}, which would rewrite it after the preview was read.`,
  action: 'Use a template without transforms.',
});
