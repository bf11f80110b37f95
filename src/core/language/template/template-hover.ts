import type { LocatedDocument } from '../../document/located';
import type { RelatedFiles } from '../../lint/related-files';
import { roleTokenVerdicts } from '../../simulate/role-token-verdicts';
import { verdictSentence } from '../../simulate/verdict-sentence';
import type { Span } from '../../model/finding';
import { actionFact } from '../action-fact';
import * as facts from '../facts';
import type { LocatedPath } from '../located-path';
import { paragraphs } from '../markdown';
import { nameAt } from '../names/template-names';
import { nameFact } from './name-fact';
import { roleAt, roleOfResource } from './role-at';

/** What we know of a place in a template: of the name there, else of the text there. */
export function templateHover(
  document: LocatedDocument,
  offset: number,
  place: LocatedPath | undefined,
  related: RelatedFiles,
): { readonly span: Span; readonly markdown: string } | undefined {
  const name = nameAt(document, offset);
  const known = (name && nameFact(document, name)) ?? (place && textFact(document, place));
  const markdown = paragraphs(known, verdict(document, offset, related));
  const span = name?.span ?? place?.scalar.span;
  return markdown && span ? { span, markdown } : undefined;
}

/** A fact is known by its text, wherever it stands; an action by the key that it stands below. */
function textFact(document: LocatedDocument, { scalar, path, on }: LocatedPath): string | undefined {
  const text = String(scalar.value);
  const key = typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1);
  if (on === 'value' && (key === 'Action' || key === 'NotAction') && !path.includes('AssumeRolePolicyDocument')) return actionFact(text);
  if (key === 'RoleName') {
    const role = roleOfResource(document, String(path[1]));
    return role ? facts.roleFact(role.id) : undefined;
  }
  return facts.audienceFact(text) ?? facts.sessionNameFact(text) ?? facts.providerFact(text) ?? facts.roleNameFact(text);
}

/** What happens when Defender assumes the role that a place speaks of. */
function verdict(document: LocatedDocument, offset: number, related: RelatedFiles): string | undefined {
  const logicalId = roleAt(document, offset);
  if (logicalId === undefined) return undefined;
  const found = roleTokenVerdicts(document, related).find((candidate) => candidate.logicalId === logicalId);
  return found && verdictSentence(found);
}
