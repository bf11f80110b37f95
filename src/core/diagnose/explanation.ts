import type { Diagnostic, DiagnosticAction, DiagnosticBasis, DiagnosticSubject } from '../catalog/diagnostics';
import type { ErrorForm } from './error-message';
import type { Values } from './match-pattern';

/** What an error means and what to do about it. */
export interface Explanation {
  /** Null when the text is not known: then only what the text itself tells is said. */
  readonly id: string | null;
  readonly about: DiagnosticSubject | null;
  readonly severity: Diagnostic['severity'];
  readonly title: string;
  readonly cause: string;
  readonly steps: readonly string[];
  /** What could be destroyed by going on as usual. */
  readonly hazard: string | null;
  readonly note: string | null;
  readonly actions: readonly DiagnosticAction[];
  readonly commands: readonly string[];
  readonly basis: DiagnosticBasis | null;
  readonly sources: readonly string[];
  /** The day on which the facts were compared with their sources; null when there are none. */
  readonly checked: string | null;
  readonly form: ErrorForm;
  /** The message that was explained, as it was given. */
  readonly message: string;
  /** What the message tells: who, what, on what. */
  readonly values: Values;
}
