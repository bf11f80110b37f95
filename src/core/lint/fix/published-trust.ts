import { trustDocument } from '../../generate/trust-document';
import type { RoleView } from '../view/role-view';
import type { TemplateView } from '../view/template-view';

/** The statements that Microsoft publishes for a role, as values of a template; undefined where they are not known in full. */
export function publishedTrust({ known }: RoleView, { tenant }: Pick<TemplateView, 'tenant'>): readonly Readonly<Record<string, unknown>>[] | undefined {
  if (!known?.trust) return undefined;
  const fill = (text: string): string => (tenant ? text.replaceAll('<tenant>', tenant) : text);
  const value = (text: string): unknown => (text.includes('${') ? { 'Fn::Sub': fill(text) } : fill(text));
  const { Statement } = trustDocument(known.trust, { value, literal: fill });
  // Names of roles and parameters are those of a template that is generated.
  return /<\w+(?::\w+)?>/.test(JSON.stringify(Statement)) ? undefined : Statement;
}
