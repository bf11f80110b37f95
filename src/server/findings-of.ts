import type { TextDocument } from 'vscode-languageserver-textdocument';
import { concernsDefender } from '../core/lint/concerns-defender';
import { lintDocument } from '../core/lint/lint-document';
import type { RelatedFiles } from '../core/lint/related-files';
import type { Finding } from '../core/model/finding';
import { pathOf } from './file-names';
import type { Files } from './files';
import type { Readings } from './readings';
import { relatedConnector } from './related-connector';

export type FindingsOf = (document: TextDocument) => Promise<readonly Finding[]>;

/** What is wrong with an open document, found once for each of its versions. */
export const findingsOf =
  (readings: Readings, files: Files): FindingsOf =>
  async (document) => {
    const known = readings.findings(document);
    if (known) return known;
    const { version } = document;
    const kind = readings.kind(document);
    const related = kind === 'template' ? await relatedTo(document, files) : {};
    // An edit during the search has its own run.
    if (document.version !== version || !kind) return [];
    const silent = kind === 'template' && !concernsDefender(document.getText());
    const findings = silent ? [] : lintDocument(readings.located(document), kind, related);
    readings.keep(document, findings);
    return findings;
  };

async function relatedTo({ uri }: TextDocument, files: Files): Promise<RelatedFiles> {
  const path = pathOf(uri);
  return path ? relatedConnector(path, files) : {};
}
