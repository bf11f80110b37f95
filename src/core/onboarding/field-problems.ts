import { formatOf } from '../document/format-of';
import type { Located } from '../document/located';
import { lineIndex } from '../document/line-index';
import { readDocument } from '../document/read-document';
import { valueAt } from '../document/value-at';
import { lint } from '../lint/lint';
import type { Finding, Span } from '../model/finding';
import { answerAt, type Answers } from './answers';
import { fields, type FieldDefinition } from './fields';
import { isAsked } from './is-asked';
import type { FieldProblem } from './wizard-state';

/** What the rules say against a connector file, told at the fields of the form. What no field stands for is told in the last step. */
export function fieldProblems(text: string, fileName: string, answers: Answers): readonly FieldProblem[] {
  const document = readDocument(text, formatOf(fileName, text));
  const lines = lineIndex(text);
  const lineOf = (span: Span) => lines.positionAt(span.start).line;
  const lineAt = (id: string) => {
    const value = valueAt(document.root, ...id.split('.'));
    return value ? lineOf(value.span) : null;
  };
  const asked = fields.filter((field) => isAsked(field, answers));
  const missing = asked.filter((field) => field.missing !== null && isEmpty(answers, field));
  const told = new Set(missing.map(({ id }) => id));
  // A hint tells what a plan does to the account: the form says that beside the plan, wrong or not.
  const wrong = lint(text, fileName).filter(({ severity }) => severity !== 'hint');
  const found = wrong.map((finding) => toProblem(finding, fieldFor(asked, pathTo(document.root, finding.span)), lineOf(finding.span)));
  return [
    ...missing.map(({ id, step, missing: message }) => ({ field: id, step, severity: 'error' as const, message: message ?? '', line: lineAt(id) })),
    ...found.filter(({ field }) => field === null || !told.has(field)),
  ];
}

/** The keys that lead to a place, as far down as one of them holds all of it. */
function pathTo(node: Located | undefined, span: Span): readonly string[] {
  if (node?.kind !== 'map') return [];
  const entry = node.entries.find(({ key, value }) => key.span.start <= span.start && span.end <= Math.max(key.span.end, value.span.end));
  return entry ? [String(entry.key.value), ...pathTo(entry.value, span)] : [];
}

/** Only of what has to be in the file: where the schema has a default, silence is an answer. */
function isEmpty(answers: Answers, { id }: FieldDefinition): boolean {
  const value = answerAt(answers, id);
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}

/** The field at the place or the nearest around it. */
function fieldFor(asked: readonly FieldDefinition[], path: readonly string[]): FieldDefinition | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const id = path.slice(0, length).join('.');
    const field = asked.find((each) => each.id === id);
    if (field) return field;
  }
  return undefined;
}

const toProblem = ({ severity, message }: Finding, field: FieldDefinition | undefined, line: number): FieldProblem => ({
  field: field?.id ?? null,
  step: field?.step ?? 'review',
  severity,
  message,
  line,
});
