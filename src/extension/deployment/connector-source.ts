import * as vscode from 'vscode';
import type { GenerateAnswer } from '../../protocol/server-requests';
import { agreesToErrors } from './agrees-to-errors';
import { chooseTemplatePlace } from './choose-template-place';
import { readTextFile } from '../platform/read-text-file';

/** A connector file and what stands beside it, as the user sees them in the editor. */
export interface ConnectorSource {
  readonly fileName: string;
  readonly text: string;
  /** Undefined when there is no such file. The path is relative to the connector file. */
  readonly readBeside: (path: string) => Promise<string | undefined>;
  /** The template that the connector gives now, made by the language server. */
  readonly generate: () => Promise<GenerateAnswer>;
  /** Any file; undefined when there is none. */
  readonly readFile: (path: string) => Promise<string | undefined>;
  /** Asked when another template has errors. */
  readonly agreesToErrors: typeof agreesToErrors;
  /** Asked when the template is too large for a request. */
  readonly chooseTemplatePlace: typeof chooseTemplatePlace;
}

/** Undefined when the file is gone. */
export async function connectorSource(
  uri: vscode.Uri,
  generate: (uri: string) => Promise<GenerateAnswer>,
): Promise<ConnectorSource | undefined> {
  const text = await readTextFile(uri);
  if (text === undefined) return undefined;
  return {
    fileName: uri.path,
    text,
    readBeside: (path) => readTextFile(vscode.Uri.joinPath(uri, '..', path)),
    generate: () => generate(uri.toString()),
    readFile: (path) => readTextFile(vscode.Uri.file(path)),
    agreesToErrors,
    chooseTemplatePlace,
  };
}
