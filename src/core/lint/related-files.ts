import type { LocatedDocument } from '../document/located';

/** A file that has been read. */
export interface ReadFile {
  readonly fileName: string;
  readonly document: LocatedDocument;
}

/** Files that belong to the one being checked. A rule that compares files is silent where the other is not given. */
export interface RelatedFiles {
  /**
   * Of a template: the connector file whose `deployment.template` names it.
   * Of a connector as Azure has it: the connector file of that account or name beside it.
   */
  readonly connector?: ReadFile;
}
