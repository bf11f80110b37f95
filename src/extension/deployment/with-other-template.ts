import { web } from '../../adapters/node/web';
import { overrideTemplate } from '../../app/preview/override-template';
import type { DeploymentPorts } from '../../app/ports';
import type { PreviewRequest } from '../../app/preview/preview-deployment';
import { err, ok, type Result } from '../../core/model/result';
import type { ConnectorSource } from './connector-source';

interface Reading {
  readonly ports: DeploymentPorts;
  readonly source: ConnectorSource;
  readonly signal: AbortSignal | undefined;
}

/** With the template of a file, as it stands in the editor, or of an address. */
export function withOtherTemplate(request: PreviewRequest, from: string, { ports, source, signal }: Reading): Promise<Result<PreviewRequest>> {
  const read = async (path: string): Promise<Result<string>> => {
    const text = await source.readFile(path);
    return text === undefined ? err({ code: 'notFound', message: `There is no file ${path} any more.`, action: 'Choose another template.' }) : ok(text);
  };
  const { buckets } = ports;
  const accountId = request.connector.account.id;
  return overrideTemplate(request, from, { files: { read }, web, buckets, accountId, agrees: source.agreesToErrors }, signal ? { signal } : {});
}
