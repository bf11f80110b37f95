import type { LocatedDocument } from '../document/located';

/** Files that belong to the one being checked. A rule that compares files is silent where the other is not given. */
export interface RelatedFiles {
  /** Of a template: the connector file whose `deployment.template` names it. */
  readonly connector?: { readonly fileName: string; readonly document: LocatedDocument };
}
