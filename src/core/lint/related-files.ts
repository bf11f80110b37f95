import type { LocatedDocument } from '../document/located';

/** A file that has been read. */
export interface ReadFile {
  readonly fileName: string;
  readonly document: LocatedDocument;
}

/** Files that belong to the one being checked. A rule that compares files is silent where the other is not given. */
export interface RelatedFiles {
  /** Of a template: the connector file whose `deployment.template` names it. */
  readonly connector?: ReadFile;
  /** Of connectors as Azure has them: the connector files beside them with their names or accounts. */
  readonly connectors?: readonly ReadFile[];
}
