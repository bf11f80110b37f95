import { basename } from 'node:path';
import { formatOf } from '../core/document/format-of';
import { readDocument } from '../core/document/read-document';
import { toPlain } from '../core/document/to-plain';
import { isJsonObject } from '../core/model/json';
import { answersOf } from '../core/onboarding/new-answers';
import { longestFile, type AnswersOfFile } from '../protocol/onboarding';
import { pathOf } from './file-names';
import type { Files } from './files';

/** What a connector file says, for the wizard to go on from. */
export async function onboardingAnswers(uri: string, files: Files): Promise<AnswersOfFile> {
  const path = pathOf(uri);
  const text = path === undefined ? undefined : await files.read(path);
  if (path === undefined || !text?.ok) {
    return { ok: false, message: text?.ok === false ? text.error.message : 'Only files on this machine can be edited here.' };
  }
  if (text.value.length > longestFile) return { ok: false, message: `It has ${number(text.value.length)} characters, and the wizard takes files of up to ${number(longestFile)}. Edit it as text.` };
  const { root, syntaxErrors } = readDocument(text.value, formatOf(path, text.value));
  const [mistake] = syntaxErrors;
  if (mistake) return { ok: false, message: `The file cannot be read. ${mistake.message}` };
  const plain = root ? toPlain(root) : {};
  if (!isJsonObject(plain)) return { ok: false, message: 'The file declares no connector: it has no keys with values.' };
  return { ok: true, before: plain, answers: answersOf(plain), file: { name: basename(path), text: text.value } };
}

const number = (value: number): string => value.toLocaleString('en-US');
