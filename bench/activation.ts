import { existsSync, readFileSync } from 'node:fs';
import { withBar, type Row } from './rows';

const measured = 'out/host-activation.json';

/** As VS Code's own clock gave it when the UI suite ran last. */
export function activationRow(): Row {
  const row: Row = { what: 'activation', value: 'not measured: run the UI suite first', limit: 'under 25 ms', verdict: '' };
  const milliseconds = existsSync(measured) ? readMilliseconds(readFileSync(measured, 'utf8')) : undefined;
  if (milliseconds === undefined) return row;
  return withBar({ ...row, value: `${milliseconds.toFixed(1)} ms (VS Code's clock, UI suite)` }, row.limit, milliseconds < 25);
}

function readMilliseconds(text: string): number | undefined {
  const value: unknown = JSON.parse(text);
  const found = typeof value === 'object' && value !== null && 'milliseconds' in value ? value.milliseconds : undefined;
  return typeof found === 'number' ? found : undefined;
}
