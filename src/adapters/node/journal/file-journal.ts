import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalContent, JournalPort } from '../../../app/operation/journal';
import { isOperationId, keptEvents, parseEvents, parseOperation } from '../../../core/operation/parse-operation';
import { parsePrevious } from '../../../core/operation/parse-previous';
import type { StackOperation } from '../../../core/operation/stack-operation';
import type { Problem } from '../../../core/model/problem';
import { err, ok, type Result } from '../../../core/model/result';
import { claimLease } from './claim-lease';
import { sweep } from './sweep';
import { journalProblem } from './journal-problem';
import { readSmallFile, writeWhole } from './whole-files';

/** Operations that have ended are kept so long as there are not more than this after them. */
const keptOperations = 100;

/**
 * A journal as files in a folder, made when the first operation is written. Other windows and programs may use it at
 * the same time. Who follows an operation gives a sign of life each `beat` milliseconds.
 */
export function fileJournal(folder: string, beat = 3_000): JournalPort {
  const path = (id: string, part = '') => join(folder, `${checked(id)}${part}.json`);
  const attempt = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
    try {
      return ok(await work());
    } catch (error) {
      return err(journalProblem(error, folder));
    }
  };
  const readPart = (id: string, part: string) => attempt(() => readSmallFile(path(id, part)));
  const write = (id: string, part: string, data: object) => attempt(() => writeWhole(path(id, part), JSON.stringify(data)));

  const remove = (id: string) => attempt(async () => {
    for (const part of parts) await rm(path(id, part), { force: true });
  });

  const list = async (): Promise<JournalContent> => {
    const problems: Problem[] = [];
    const operations: StackOperation[] = [];
    for (const id of await idsIn(folder)) {
      const text = await readSmallFile(path(id));
      const operation = text === null ? undefined : parseOperation(text);
      if (operation?.id === id) operations.push(operation);
      else problems.push(await setAside(folder, id));
    }
    await sweep(folder, new Set(operations.filter(({ end }) => end === null).map(({ id }) => id)));
    return { operations: operations.sort((a, b) => Date.parse(b.begunAt) - Date.parse(a.begunAt)), problems };
  };

  return {
    list: () => attempt(list),
    read: async (id) => {
      const text = await readPart(id, '');
      if (!text.ok) return text;
      return ok(text.value === null ? null : (parseOperation(text.value) ?? null));
    },
    write: async (operation) => {
      const written = await write(operation.id, '', operation);
      if (written.ok && operation.end) await forgetOldest(list, remove).catch(() => undefined); // the next end tries again
      return written;
    },
    keepPrevious: (id, previous) => write(id, '.previous', previous),
    previous: async (id) => {
      const text = await readPart(id, '.previous');
      return text.ok ? ok(text.value === null ? null : (parsePrevious(text.value) ?? null)) : text;
    },
    keepEvents: (id, events) => write(id, '.events', events.slice(-keptEvents)),
    events: async (id) => {
      const text = await readPart(id, '.events');
      return text.ok ? ok(text.value === null ? [] : parseEvents(text.value)) : text;
    },
    remove,
    claim: (id) => attempt(() => claimLease(folder, checked(id), beat)),
  };
}

const parts = ['', '.previous', '.events'] as const;

/** An id is a file name here, and never a path. */
function checked(id: string): string {
  if (!isOperationId(id)) throw new Error('That is no id of an operation.');
  return id;
}

async function idsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.flatMap((name) => /^([A-Za-z0-9-]+)\.json$/.exec(name)?.[1] ?? []);
}

/** Nothing is deleted that may still be of use to somebody. */
async function setAside(folder: string, id: string): Promise<Problem> {
  const aside = join(folder, 'set-aside');
  await mkdir(aside, { recursive: true });
  await rename(join(folder, `${id}.json`), join(aside, `${id}-${Date.now()}.json`)).catch(() => undefined); // another window was faster
  return {
    code: 'unreadable',
    message: `The note of operation ${id} in the journal cannot be read; it was set aside in ${aside}.`,
    action: 'Look at the stack in CloudFormation if that operation mattered.',
  };
}

async function forgetOldest(list: () => Promise<JournalContent>, remove: JournalPort['remove']): Promise<void> {
  const { operations } = await list();
  for (const { id, end } of operations.slice(keptOperations)) if (end) await remove(id);
}
