import { readMany } from '../test/sandbox/azure/many-connectors';
import { megabytes, ms, withBar, withGoal, type Row } from './rows';

/** A whole refresh of 10,000 connectors and as many health reports over 50 subscriptions, against the sandbox. */
export async function azureRows(): Promise<readonly Row[]> {
  const { calls, ms: time, heldBytes, longestBlockMs } = await readMany();
  const row = (what: string, value: string): Row => ({ what, value, limit: '', verdict: '' });
  return [
    row('Azure, refresh of 10,000 connectors', ms(time)),
    withBar(row('  calls', String(calls)), 'at most 60', calls <= 60),
    withBar(row('  memory held', megabytes(heldBytes)), 'at most 40 MB', heldBytes <= 40e6),
    withGoal(row('  longest block of the thread, of its processor time', ms(longestBlockMs)), 'under 16 ms', longestBlockMs < 16),
  ];
}
