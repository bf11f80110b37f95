import type { TemplateSource } from '../../core/plan/template-source';

export const toTemplateInput = (template: TemplateSource): { TemplateURL: string } | { TemplateBody: string } =>
  'url' in template ? { TemplateURL: template.url } : { TemplateBody: template.body };
