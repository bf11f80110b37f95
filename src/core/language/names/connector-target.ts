import type { LocatedDocument } from '../../document/located';
import { valueAt } from '../../document/value-at';
import { templateView } from '../../lint/view/template-view';
import type { Span } from '../../model/finding';
import { pathAt } from '../located-path';

/** What a place in a connector leads to: its template, or one role in there. */
export interface ConnectorTarget {
  readonly span: Span;
  /** As the connector names it, relative to its own folder. */
  readonly template: string;
  readonly roleId: string | undefined;
}

export function connectorTarget(document: LocatedDocument, offset: number): ConnectorTarget | undefined {
  const place = pathAt(document, offset);
  const template = valueAt(document.root, 'deployment', 'template');
  if (!place || template?.kind !== 'scalar' || typeof template.value !== 'string' || template.value === '') return undefined;
  const [first, second] = place.path;
  const leads = { span: place.scalar.span, template: template.value };
  if (first === 'roles' && typeof second === 'string' && place.path.length === 2) return { ...leads, roleId: second };
  return first === 'deployment' && second === 'template' && place.on === 'value' ? { ...leads, roleId: undefined } : undefined;
}

/** Where a template declares a role of the catalog's, by the name that the connector gives it. */
export function roleInTemplate(
  template: LocatedDocument,
  connector: LocatedDocument,
  roleId: string,
): { readonly whole: Span; readonly name: Span } | undefined {
  const view = templateView(template, { connector: { fileName: '', document: connector } });
  const resource = view?.roles.find(({ known }) => known?.id === roleId)?.resource;
  if (!resource) return undefined;
  const { logicalId, map } = resource;
  return { name: logicalId.span, whole: { start: logicalId.span.start, end: Math.max(logicalId.span.end, map.span.end) } };
}
