import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { TextDocuments } from 'vscode-languageserver/node';
import { err, ok, type Result } from '../core/model/result';
import { pathOf } from './file-names';
import type { Files } from './files';
import type { OpenText } from './open-text';

/** The disk as the editor shows it: the text of an open document wins. */
export const openFiles = (documents: Pick<TextDocuments<OpenText>, 'all'>): Files => ({
  async read(path) {
    const open = documents.all().find(({ uri }) => pathOf(uri) === resolve(path));
    return open ? ok(open.getText()) : readFromDisk(path);
  },
  async list(folder) {
    const open = documents.all().flatMap(({ uri }) => pathOf(uri) ?? []);
    const unsaved = open.filter((path) => dirname(path) === resolve(folder)).map((path) => basename(path));
    return [...new Set([...unsaved, ...(await namesOnDisk(folder))])];
  },
});

async function namesOnDisk(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return []; // No folder, no neighbours.
  }
}

async function readFromDisk(path: string): Promise<Result<string>> {
  try {
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return err({
      code: missing ? 'notFound' : 'unreadable',
      message: missing ? `There is no file ${path}.` : `The file ${path} cannot be read.`,
      action: 'Check the path and its permissions.',
      detail: String(error),
    });
  }
}
