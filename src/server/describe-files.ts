import { describeConnector } from '../core/language/describe-connector';
import type { ConnectorSummary } from '../protocol/server-requests';
import { fileNameOf, pathOf } from './file-names';
import type { Files } from './files';

/** Files that are read at the same time. */
const concurrency = 8;

/** Says of each connector file what a tree shows, in the order asked. Stops early when the question is withdrawn. */
export async function describeFiles(
  uris: readonly string[],
  files: Files,
  withdrawn: () => boolean,
): Promise<readonly ConnectorSummary[]> {
  const summaries: ConnectorSummary[] = [];
  for (let at = 0; at < uris.length && !withdrawn(); at += concurrency) {
    summaries.push(...(await Promise.all(uris.slice(at, at + concurrency).map((uri) => describeFile(uri, files)))));
  }
  return summaries;
}

async function describeFile(uri: string, files: Files): Promise<ConnectorSummary> {
  const fileName = fileNameOf({ uri, languageId: 'yaml' });
  const text = await files.read(pathOf(uri) ?? fileName);
  if (text.ok) return { uri, ...describeConnector(text.value, fileName) };
  return { uri, ...describeConnector('', fileName), errors: 1, firstProblem: text.error.message };
}
