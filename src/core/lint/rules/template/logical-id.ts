import { entryOf } from '../../../document/entry-of';
import type { LocatedDocument, LocatedScalar } from '../../../document/located';
import { shown } from '../../../document/shown';
import type { Fix } from '../../../model/finding';
import { writeName } from '../../fix/write-name';
import { templateRule } from '../../rule';
import { declarationsOf } from '../../view/declarations';
import type { Names } from '../../view/names';
import { isNameAlone, nameSpan } from '../../view/reference-span';
import { templateReferences } from '../../view/template-references';

/** Names inside a template; names in AWS have other rules. */
export const logicalId = templateRule({
  id: 'template/logical-id',
  severity: 'error',
  summary: 'Names of parameters, resources and outputs have letters and digits only.',
  why: `CloudFormation refuses a template in which the name of a parameter, a resource or an output has another character, such
as the dash or underscore that names of roles may have: "Template format error: Resource name is non alphanumeric".`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
  checked: '2026-11-22',

  *check({ document, names }) {
    if (areRight(names)) return;
    for (const section of ['Parameters', 'Resources', 'Outputs']) {
      const entries = entryOf(document.root, section)?.value;
      if (entries?.kind !== 'map') continue;
      for (const { key } of entries.entries) {
        const name = String(key.value);
        if (isRight(name)) continue;
        const right = name.replace(/[^A-Za-z0-9]/g, '').slice(0, 255);
        yield {
          span: key.span,
          message: `${section.slice(0, -1)} name ${shown(name)} has characters other than letters and digits. Write ${right || 'another one'}.`,
          fixes: right ? renameTo(document, key, right, section !== 'Outputs') : [],
        };
      }
    }
  },
});

const isRight = (name: string): boolean => /^[A-Za-z0-9]{1,255}$/.test(name) || name.startsWith('Fn::') || name === '<<';

const known = new WeakMap<Names, boolean>();

/** Asked once for each set of names. */
function areRight(names: Names): boolean {
  const { parameters, resources, outputs } = names;
  const answer = known.get(names) ?? [...parameters, ...resources.keys(), ...outputs].every(isRight);
  known.set(names, answer);
  return answer;
}

/** The declaration and all that refers to it; none where the new name is taken or a reference cannot be rewritten. */
function renameTo(document: LocatedDocument, key: LocatedScalar, name: string, isReferred: boolean): readonly Fix[] {
  const { parameters, resources } = declarationsOf(document);
  const old = String(key.value);
  if (parameters.has(name) || resources.has(name) || entryOf(entryOf(document.root, 'Outputs')?.value, name)) return [];
  const referring = isReferred
    ? templateReferences(document).filter((reference) => reference.name === old && (reference.to === 'value' || reference.to === 'resource'))
    : [];
  // An alias repeats what stands once.
  const spans = [...new Map(referring.map((reference) => nameSpan(document, reference)).map((span) => [span.start, span])).values()];
  if (!spans.every((span) => isNameAlone(document, span, old))) return [];
  const edits = writeName(key, name).edits;
  return [{ title: `Write ${name} everywhere`, edits: [...edits, ...spans.map((span) => ({ span, newText: name }))] }];
}
