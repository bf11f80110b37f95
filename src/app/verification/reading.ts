import type { Problem } from '../../core/model/problem';
import { err, type Result } from '../../core/model/result';
import type { Reading } from '../../core/verify/facts';

/** What was read, or what could not be, with the permission that was missing. `what` names it for the user. */
export async function reading<T>(what: string, permission: string, answer: Promise<Result<T>>): Promise<Reading<T>> {
  const result = await answer;
  return result.ok ? result : err({ what, why: result.error.message, permission: permissionIn(result.error, permission) });
}

/** AWS names the action that was denied; where it does not, the one that is asked for first. */
function permissionIn({ code, detail = '' }: Problem, permission: string): string | null {
  if (code !== 'accessDenied') return null;
  return /not authorized to perform:? ([\w-]+:\w+)/.exec(detail)?.[1] ?? permission;
}
