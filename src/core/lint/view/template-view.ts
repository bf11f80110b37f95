import type { LocatedDocument } from '../../document/located';

export interface TemplateView {
  readonly document: LocatedDocument;
}
