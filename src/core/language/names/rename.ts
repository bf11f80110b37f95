import type { LocatedDocument } from '../../document/located';
import { shown } from '../../document/shown';
import { declarationsOf } from '../../lint/view/declarations';
import { err, ok, type Result } from '../../model/result';
import type { Span, TextEdit } from '../../model/finding';
import { nameAt, placesOf, type NameKind, type NamePlace } from './template-names';

export interface Renameable {
  readonly span: Span;
  readonly name: string;
}

/** What can be renamed at an offset of a template, or why not. */
export function renameableAt(document: LocatedDocument, offset: number): Result<Renameable> {
  const place = nameAt(document, offset);
  if (!place) return refused('Only names of parameters, resources, conditions and mappings can be renamed.', 'Put the cursor on one.');
  const { syntaxErrors } = document;
  // What could not be read may hold the name too.
  if (syntaxErrors.length > 0) return refused('The template has syntax errors, so not every use of the name is known.', 'Correct them first.');
  const places = placesOf(document, place);
  if (!places.some(({ isDeclaration }) => isDeclaration)) return refused(`The template does not declare ${shown(place.name)}.`, 'Declare it first.');
  if (!places.every(({ isPlain }) => isPlain)) return refused(`${shown(place.name)} is written with escapes in some place.`, 'Write it plainly there first.');
  return ok({ span: place.span, name: place.name });
}

/** The edits that give the name at an offset another one, everywhere in the template. */
export function renameEdits(document: LocatedDocument, offset: number, newName: string): Result<readonly TextEdit[]> {
  const renameable = renameableAt(document, offset);
  if (!renameable.ok) return renameable;
  const place = nameAt(document, offset);
  if (!place || newName === place.name) return ok([]);
  const objection = objectionTo(document, place, newName);
  if (objection) return objection;
  return ok(placesOf(document, place).map(({ span }) => ({ span, newText: newName })));
}

function objectionTo(document: LocatedDocument, { kind }: NamePlace, newName: string): Result<never> | undefined {
  if (!/^[A-Za-z0-9]{1,255}$/.test(newName)) {
    return refused(`${shown(newName) || 'An empty text'} is not a name that CloudFormation takes.`, 'Use letters and digits only, at most 255.');
  }
  // YAML would read a number or a constant.
  if (/^(?:\d.*|true|false|null|yes|no|on|off|y|n)$/i.test(newName)) return refused(`YAML can read ${newName} as something else than a name.`, 'Choose another name.');
  const { parameters, resources, conditions, mappings } = declarationsOf(document);
  const taken: Readonly<Record<NameKind, readonly ReadonlyMap<string, unknown>[]>> = {
    parameter: [parameters, resources],
    resource: [parameters, resources],
    condition: [conditions],
    mapping: [mappings],
  };
  if (!taken[kind].some((names) => names.has(newName))) return undefined;
  return refused(`The template already declares ${newName}.`, 'Choose another name.');
}

const refused = (message: string, action: string): Result<never> => err({ code: 'invalidInput', message, action });
