import type { DiagnosticAction } from '../core/catalog/diagnostics';
import type { Explanation } from '../core/diagnose/explanation';
import type { Problem } from '../core/model/problem';

/** What the page of an explained error shows. */
export interface ExplanationView {
  readonly explanation: Explanation;
  /** The connector that its actions are about; null when that has to be asked. */
  readonly connector: string | null;
  /** AWS is being asked for the reason that it encoded. */
  readonly decoding: boolean;
  /** Why it could not be decoded; null when nothing went wrong. */
  readonly problem: Problem | null;
}

export interface ExplanationHostMessage {
  readonly kind: 'view';
  readonly view: ExplanationView;
}

/** From the page: wishes. What asks AWS, or changes something there, is asked again in a native dialog. */
export type ExplanationPageMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'act'; readonly action: DiagnosticAction }
  | { readonly kind: 'copy' }
  | { readonly kind: 'explainOther' };
