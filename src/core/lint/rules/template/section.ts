import type { LocatedDocument, LocatedEntry, LocatedMap } from '../../../document/located';
import { shown } from '../../../document/shown';
import { removeEntry } from '../../fix/remove-entry';
import { replace } from '../../fix/replace';
import { writeName } from '../../fix/write-name';
import { mapSections, meantSection, templateSections } from '../../meant-section';
import { type RuleFinding, templateRule } from '../../rule';

/** The keys on the outermost level of a template. */
export const section = templateRule({
  id: 'template/section',
  severity: 'error',
  summary: 'A template has the sections that CloudFormation knows, each of them a map.',
  why: `CloudFormation refuses a template with a section that it does not know ("Invalid template property or properties"),
with one that is empty, and with a format version other than 2010-09-09, the only one there is.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html',
  checked: '2026-11-22',

  *check({ document }) {
    const { root, format } = document;
    if (root?.kind !== 'map') return;
    for (const entry of root.entries) {
      const name = String(entry.key.value);
      if (mapSections.includes(name)) yield* mapMistakes(document, root, entry);
      else if (name === 'AWSTemplateFormatVersion') yield* versionMistakes(entry);
      else if (!templateSections.includes(name) && !(format === 'yaml' && name === '<<')) yield unknown(entry, root);
    }
  },
});

function unknown({ key }: LocatedEntry, root: LocatedMap): RuleFinding {
  const meant = meantSection(root, String(key.value));
  return {
    span: key.span,
    message: `A template has no section ${shown(String(key.value))}. ${meant ? `Write ${meant}.` : 'Remove it.'}`,
    fixes: meant ? [writeName(key, meant)] : [],
  };
}

function* mapMistakes(document: LocatedDocument, root: LocatedMap, { key, value }: LocatedEntry): Iterable<RuleFinding> {
  if (value.kind === 'map') return;
  const name = String(key.value);
  const isEmpty = value.kind === 'scalar' && (value.value === null || value.value === '');
  const removal = isEmpty ? removeEntry(document, root, name) : undefined;
  yield {
    span: key.span,
    message: isEmpty ? `Section ${name} is empty. Remove it.` : `Section ${name} is no map. Write names with their values below it.`,
    fixes: removal ? [{ title: `Remove ${name}`, edits: [removal] }] : [],
  };
}

function* versionMistakes({ value }: LocatedEntry): Iterable<RuleFinding> {
  if (value.kind !== 'scalar' || String(value.value) === '2010-09-09') return;
  yield {
    span: value.span,
    message: `There is no format version ${shown(String(value.value))}. Write 2010-09-09, the only one.`,
    fixes: [replace('Write 2010-09-09', value.span, '"2010-09-09"')],
  };
}
