import { basename, dirname, join, resolve } from 'node:path';
import { fileKind } from '../core/document/file-kind';
import { formatOf } from '../core/document/format-of';
import { readDocument } from '../core/document/read-document';
import { toPlain } from '../core/document/to-plain';
import { err, ok, type Result } from '../core/model/result';
import type { Files } from './files';

export interface ReadTemplate {
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A CloudFormation template from a file, as plain values. */
export async function readTemplate(path: string, files: Files): Promise<Result<ReadTemplate>> {
  const text = await files.read(path);
  if (!text.ok) return text;
  const { root } = readDocument(text.value, formatOf(path, text.value));
  const body = root?.kind === 'map' && fileKind(path, text.value) === 'template' ? toPlain(root) : undefined;
  if (!isRecord(body)) {
    return err({
      code: 'invalidInput',
      message: `${basename(path)} is not a CloudFormation template.`,
      action: 'Name the template that was downloaded from the portal.',
    });
  }
  return ok({ text: text.value, body });
}

/** A template that the generator did not write, such as the portal's. */
export async function isForeignTemplate(path: string, files: Files): Promise<boolean> {
  const read = await readTemplate(path, files);
  return read.ok && !isGenerated(read.value.body);
}

/** The portal's template beside a connector: the one it names, else one whose name starts with the connector's. */
export async function findPortalTemplate(
  connectorPath: string,
  named: string | undefined,
  files: Files,
): Promise<{ readonly path: string; readonly body: Readonly<Record<string, unknown>> } | undefined> {
  const folder = dirname(connectorPath);
  const base = basename(connectorPath).replace(/(\.connector)?\.(ya?ml|json)$/i, '');
  const beside = (await files.list(folder))
    .filter((name) => name.startsWith(`${base}.`) && /\.(json|ya?ml|template)$/i.test(name))
    .sort()
    .slice(0, mostCandidates);
  for (const path of [...(named ? [resolve(folder, named)] : []), ...beside.map((name) => join(folder, name))]) {
    const read = path === connectorPath ? undefined : await readTemplate(path, files);
    if (read?.ok && !isGenerated(read.value.body)) return { path, body: read.value.body };
  }
  return undefined;
}

const mostCandidates = 20;

/** Our generator signs what it writes. */
const isGenerated = ({ Metadata }: Readonly<Record<string, unknown>>) =>
  isRecord(Metadata) && isRecord(Metadata['DefenderConnectors']);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
