/** A half-open range of UTF-16 offsets in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** One way to put a finding right. Its edits do not overlap and apply to the text the finding was made from. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A place in another file that a finding speaks of. */
export interface RelatedPlace {
  readonly fileName: string;
  readonly span: Span;
  /** The span as lines and characters from zero: who shows the finding does not have the other text. */
  readonly range: { readonly start: Place; readonly end: Place };
  readonly message: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

export type FindingTag = 'unnecessary' | 'deprecated';

/** Something wrong in the user's file: data with a place, never thrown. */
export interface Finding {
  /** `<kind>/<rule-id>`, also the path of the rule, its fixtures and its page. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: what is wrong, with the values, then what to do. */
  readonly message: string;
  readonly span: Span;
  readonly fixes: readonly Fix[];
  /** How an editor may show it: what is unnecessary fades. */
  readonly tags?: readonly FindingTag[];
  /** Where the other file says otherwise. */
  readonly related?: readonly RelatedPlace[];
}
