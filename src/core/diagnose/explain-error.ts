import { diagnosticById, diagnostics, diagnosticsChecked, diagnosticSources, type Diagnostic } from '../catalog/diagnostics';
import type { ErrorMessage } from './error-message';
import { parsePattern } from './error-pattern';
import type { Explanation } from './explanation';
import { fillCommand, fillWords } from './fill-words';
import { matchPattern, type Values } from './match-pattern';
import { readError } from './read-error';
import { toSearchText } from './search-text';
import { toldValues } from './told-values';

/**
 * Explains an error in whatever form it was given: a text of a console, a command line or a portal, an event of a stack
 * or of CloudTrail, an error of Azure Resource Manager. What is not known is said to be so, and kept.
 */
export function explainError(given: string): Explanation {
  const messages = readError(given);
  const matches = messages.flatMap((message) => {
    const match = findMatch(message);
    return match ? [{ message, ...match }] : [];
  });
  const best = matches.find(({ diagnostic }) => !diagnostic.consequence) ?? matches[0];
  if (best) return explain(best.diagnostic, best.message, best.values);
  return unknown(messages[0] ?? { form: 'text', text: given, values: {} });
}

/** Explains what a check of ours found, by its id. */
export function explainKnown(id: string, values: Values = {}, message = ''): Explanation | undefined {
  const diagnostic = diagnosticById(id);
  return diagnostic && explain(diagnostic, { form: 'text', text: message, values: {} }, values);
}

interface Match {
  readonly diagnostic: Diagnostic;
  readonly values: Values;
}

const patterns = diagnostics.map((diagnostic) => ({ diagnostic, patterns: (diagnostic.patterns ?? []).map(parsePattern) }));

/** The first that matches and is a cause, else the first that matches. */
function findMatch({ text }: ErrorMessage): Match | undefined {
  const searched = toSearchText(text);
  let consequence: Match | undefined;
  for (const { diagnostic, patterns: own } of patterns) {
    if (diagnostic.consequence && consequence) continue;
    const values = own.map((pattern) => matchPattern(pattern, searched)).find((found) => found !== undefined);
    if (values && !diagnostic.consequence) return { diagnostic, values };
    if (values) consequence = { diagnostic, values };
  }
  return consequence;
}

function explain(diagnostic: Diagnostic, message: ErrorMessage, matched: Values): Explanation {
  const values = { ...toldValues(message.text), ...message.values, ...matched };
  const words = (text: string) => fillWords(text, values);
  return {
    id: diagnostic.id,
    about: diagnostic.about,
    severity: diagnostic.severity,
    title: words(diagnostic.title),
    cause: words(diagnostic.cause),
    steps: diagnostic.steps.map(words),
    hazard: diagnostic.hazard ?? null,
    note: diagnostic.note ?? null,
    actions: diagnostic.actions ?? [],
    commands: (diagnostic.commands ?? []).map((command) => fillCommand(command, values)),
    basis: diagnostic.basis,
    sources: diagnostic.sources.map((key) => diagnosticSources[key] ?? key),
    checked: diagnosticsChecked,
    form: message.form,
    message: message.text,
    values,
  };
}

const unknown = ({ form, text, values }: ErrorMessage): Explanation => ({
  id: null,
  about: null,
  severity: 'error',
  title: text === '' ? 'There is no text to explain' : 'This error is not known here',
  cause:
    text === ''
      ? 'Nothing was given.'
      : 'None of the errors that are known in connection with Defender for Cloud has this text. What follows is what the text itself tells.',
  steps: text === '' ? ['Give the text of the error, or the event that has it.'] : unknownSteps,
  hazard: null,
  note: null,
  actions: [],
  commands: [],
  basis: null,
  sources: [],
  checked: null,
  form,
  message: text,
  values: { ...toldValues(text), ...values },
});

const unknownSteps = [
  'If it is an event of a stack, look for an earlier one with FAILED in its status and have that explained.',
  'Search the text, without names and numbers of your account, in the documentation of the service that it names.',
];
