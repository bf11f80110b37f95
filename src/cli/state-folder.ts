import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from './terminal';

/** Where the journal of operations lies: DEFENDER_CONNECTORS_STATE, else where the system keeps a user's states. */
export function journalFolder(env: Environment, platform = process.platform): string {
  const own = env['DEFENDER_CONNECTORS_STATE'];
  if (own) return join(own, 'operations');
  const system = platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_STATE_HOME'];
  const standard = platform === 'win32' ? join(homedir(), 'AppData', 'Local') : join(homedir(), '.local', 'state');
  return join(system || standard, 'defender-connectors', 'operations');
}
