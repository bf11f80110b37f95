import { type Client, startClient, type Took } from './client';
import { summarize, type Sample } from './statistics';

export interface ServerFigures {
  /** All findings of the first document of a fresh process. */
  readonly coldOpen: Took;
  readonly edit: Sample;
  /** The same less what a question and its answer take on the way. */
  readonly net: Sample;
  /** Of the processor, in the server's main thread, likewise. */
  readonly cpu: Sample;
  /** Bytes, or undefined where the system does not tell. */
  readonly peakMemory: number | undefined;
}

const edits = 60;

/** An editor with one file: opens it, types, and waits for the findings each time. */
export async function measureServer({ text, format = 'yaml' }: { readonly text: string; readonly format?: 'yaml' | 'json' }): Promise<ServerFigures> {
  const client = await startClient();
  const uri = `file:///bench/file.${format}`;
  await client.open(uri, text);
  const coldOpen = await client.opened();
  const { typed, asked } = await typing(client, uri, text);
  const peakMemory = client.peakMemory();
  await client.stop();
  return { coldOpen, edit: summarize(typed.map(({ wall }) => wall)), net: without(typed, asked, 'wall'), cpu: without(typed, asked, 'cpu'), peakMemory };
}

/** Less what the way of a question and its answer takes. */
function without(typed: readonly Took[], asked: readonly Took[], measure: keyof Took): Sample {
  const way = summarize(asked.map((took) => took[measure])).p50;
  return summarize(typed.map((took) => Math.max(0, took[measure] - way)));
}

/** A letter and a question by turns. */
async function typing(client: Client, uri: string, text: string): Promise<{ readonly typed: readonly Took[]; readonly asked: readonly Took[] }> {
  const place = positionInDescription(text);
  const typed: Took[] = [];
  const asked: Took[] = [];
  for (let index = 0; index < edits; index += 1) {
    typed.push(await client.type(uri, index + 2, place));
    asked.push(await client.ask('file:///bench/unknown.txt'));
  }
  return { typed, asked };
}

/** A letter into the description of a role in the middle of the file: what a person would type. */
export function positionInDescription(text: string) {
  const lines = text.split('\n');
  const line = lines.findIndex((content, index) => index > lines.length / 2 && /^\s+"?Description"?: \S/.test(content));
  return { line, character: (lines[line]?.trimEnd().replace(/",?$/, '').length ?? 0) };
}
