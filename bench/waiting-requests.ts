import { setTimeout as sleep } from 'node:timers/promises';
import { startClient, type Took } from './client';
import { ms, withGoal, type Row } from './rows';
import { benchTemplate } from './templates';

/** Milliseconds after which nothing more is waited for. */
const longest = 60_000;

/** Asks again and again while a file of 1 MB is read for the first time by a fresh process. */
export async function waitingRequests(): Promise<readonly Row[]> {
  const { name, text } = benchTemplate(1_000_000);
  const client = await startClient();
  const uri = 'file:///bench/first.yaml';
  void client.open(uri, text);
  const answers: Took[] = [];
  // First findings are told on the way, and all of them at the end.
  const started = performance.now();
  while (client.heard() < 2 && performance.now() - started < longest) {
    answers.push(await client.ask(uri));
    await sleep(2);
  }
  await client.stop();
  const wait = Math.max(...answers.map(({ wall }) => wall));
  const work = Math.max(...answers.map(({ cpu }) => cpu));
  const row: Row = { what: `longest wait of ${answers.length} requests while ${name} is first read`, value: `${ms(wait)}, ${ms(work)} of the processor`, limit: '', verdict: '' };
  return [withGoal(row, 'up to 50 ms', (Number.isNaN(work) ? wait : work) <= 50)];
}
