import json from '../../../schemas/diagnostics.json';

/** What an error is about: where its text comes from. */
export type DiagnosticSubject = 'cloudFormation' | 'stackSet' | 'aws' | 'azure' | 'sts' | 'health' | 'file';

/** How we know: from the vendor, from a public thread, by our own conclusion, or from one source whose author is not known. */
export type DiagnosticBasis = 'documented' | 'reported' | 'inferred' | 'secondary';

export const diagnosticActions = [
  'preview', 'generateTemplate', 'openTemplate', 'openConnector', 'chooseProfile', 'continueRollback', 'deleteStack', 'drift', 'decode', 'signIn',
] as const;

/** What this tool can do about an error now. */
export type DiagnosticAction = (typeof diagnosticActions)[number];

/** One known error. Its words have places for values: `{role|the role}` is the value found, or what stands after the bar. */
export interface Diagnostic {
  readonly id: string;
  readonly about: DiagnosticSubject;
  readonly severity: 'error' | 'warning' | 'information';
  readonly basis: DiagnosticBasis;
  readonly title: string;
  readonly cause: string;
  readonly steps: readonly string[];
  readonly hazard?: string;
  readonly note?: string;
  /** Not the cause when something else in the same text is known. */
  readonly consequence?: true;
  /** Absent where a check of ours raises it, not a text. */
  readonly patterns?: readonly string[];
  readonly actions?: readonly DiagnosticAction[];
  /** Commands to copy; they only read, or say what they change. */
  readonly commands?: readonly string[];
  /** Keys of `diagnosticSources`. */
  readonly sources: readonly string[];
  readonly samples?: readonly { readonly text: string; readonly seen: boolean }[];
}

// The schema's enumerations read as plain strings; a unit test holds the file to its schema.
const data = json as unknown as {
  readonly checked: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
};

/** By priority: the first that matches explains. */
export const diagnostics = data.diagnostics;

/** Address of each source by its key. */
export const diagnosticSources = data.sources;

/** The day on which the facts were compared with their sources. */
export const diagnosticsChecked = data.checked;

export const diagnosticById = (id: string): Diagnostic | undefined => diagnostics.find((each) => each.id === id);
