import type { FileKind } from '../core/document/file-kind';
import { concernsDefender } from '../core/lint/concerns-defender';
import { lintingSteps, type LintStep } from '../core/lint/lint-document';
import type { RelatedFiles } from '../core/lint/related-files';
import type { Finding } from '../core/model/finding';
import { pathOf } from './file-names';
import type { Files } from './files';
import type { OpenText } from './open-text';
import { pausing, type Readings } from './readings';
import { relatedFiles } from './related-connector';

/** Tells on the way what is found first, where all of it takes a while. */
export type FindingsOf = (document: OpenText, hearFirst?: (first: readonly Finding[]) => void) => Promise<readonly Finding[]>;

/** What is wrong with an open document, found once for each of its versions. */
export const findingsOf = (readings: Readings, files: Files): FindingsOf => {
  const relatedTo = async (document: OpenText, kind: FileKind): Promise<RelatedFiles> => {
    const path = pathOf(document.uri);
    const find = () => (path ? relatedFiles(path, kind, () => readings.located(document), files) : Promise.resolve({}));
    // What a connector in Azure belongs to follows from what it says.
    return kind === 'template' ? readings.related(document, find) : find();
  };
  const lint = async (document: OpenText, kind: FileKind, related: RelatedFiles, hear: (found: LintStep) => void): Promise<readonly Finding[] | undefined> => {
    const { version } = document;
    const located = await readings.read(document);
    const isWanted = (): boolean => document.version === version;
    return located && isWanted() ? pausing(lintingSteps(located, kind, related, readings.memory(document)), isWanted, hear) : undefined;
  };
  return async (document, hearFirst) => {
    const known = readings.findings(document);
    if (known) return known;
    const { version } = document;
    const kind = readings.kind(document);
    const related = kind === undefined ? {} : await relatedTo(document, kind);
    // An edit during the search has its own run.
    if (document.version !== version || !kind) return [];
    const silent = kind === 'template' && !concernsDefender(document.content);
    const findings = silent ? [] : await lint(document, kind, related, (found) => found && hearFirst?.(found));
    if (document.version !== version || !findings) return [];
    readings.keep(document, findings);
    return findings;
  };
};
