import { pathToFileURL } from 'node:url';
import { version } from '../../package.json';
import type { GenerateAnswer, GenerateParams } from '../protocol/server-requests';
import type { Files } from './files';
import { pathOf } from './file-names';
import { makeTemplate } from './make-template';

/** Answers with text and place: whoever asked writes the file, after asking the user where that is needed. */
export async function generateForEditor({ uri, format }: GenerateParams, files: Files): Promise<GenerateAnswer> {
  const connectorPath = pathOf(uri);
  if (!connectorPath) return refused(`${uri} is not a file on this machine. Save the connector file first.`);
  const text = await files.read(connectorPath);
  if (!text.ok) return refused(text.error.message);
  const made = await makeTemplate({ connectorPath, text: text.value, generatorVersion: version, format }, files);
  if (!made.ok) return refused([made.error.message, made.error.action].filter(Boolean).join(' '));
  const { generated, target } = made.value;
  return {
    ok: true,
    text: generated.text,
    format: generated.format,
    bytes: generated.bytes,
    limit: generated.limit,
    targetUri: pathToFileURL(target).href,
    unknown: generated.unknown.map(({ label, reason, action }) => `${label}: ${reason} ${action}`),
  };
}

const refused = (message: string): GenerateAnswer => ({ ok: false, message });
