import type { ConflictChoice, PreflightCheck } from '../../core/plan/preflight-check';
import type { ConflictWish } from '../../core/plan/resolve-conflicts';
import { askNewName } from './ask-new-name';

interface Choice {
  readonly logicalId: string;
  readonly kind: ConflictChoice['kind'];
}

/** What is wished about something that is in the way, if it was offered; asks for a name where one is needed. */
export async function wishFor(checks: readonly PreflightCheck[], { logicalId, kind }: Choice): Promise<ConflictWish | undefined> {
  const conflict = checks.find((check) => check.conflict?.logicalId === logicalId)?.conflict;
  if (!conflict?.choices.some((choice) => choice.kind === kind)) return undefined;
  const name = kind === 'rename' ? await askNewName(conflict) : null;
  return name === undefined ? undefined : { logicalId, kind, name };
}
