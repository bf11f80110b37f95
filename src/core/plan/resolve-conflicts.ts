import type { ConflictChoice, NameConflict, PreflightCheck, Resolution, Resolutions } from './preflight-check';

/** What somebody wants done about conflicts: about one resource, or about all that offer it. */
export interface ConflictWish {
  /** Logical id in the template; null for all. */
  readonly logicalId: string | null;
  readonly kind: ConflictChoice['kind'];
  /** For `rename`; without it the suggestion is taken. */
  readonly name: string | null;
}

export interface ResolvedConflicts {
  readonly resolutions: Resolutions;
  /** The stack to deploy to instead, where the owner is to be used. */
  readonly owner: { readonly stack: string; readonly region: string } | null;
}

/** A wish counts only where it is offered. One for a resource goes before one for all. */
export function resolveConflicts(checks: readonly PreflightCheck[], wishes: readonly ConflictWish[]): ResolvedConflicts {
  const conflicts = checks.flatMap(({ conflict }) => conflict ?? []);
  const wished = conflicts.flatMap((conflict) => {
    const wish = wishFor(conflict, wishes);
    return wish ? [{ conflict, wish }] : [];
  });
  const toOwner = wished.find(({ wish }) => wish.kind === 'useOwner')?.conflict.owner;
  return {
    resolutions: Object.fromEntries(
      wished.flatMap(({ conflict, wish }) => {
        const resolution = toResolution(conflict, wish);
        return resolution ? [[conflict.logicalId, resolution]] : [];
      }),
    ),
    owner: toOwner?.kind === 'stack' ? { stack: toOwner.stackName, region: toOwner.region } : null,
  };
}

function wishFor({ logicalId, choices }: NameConflict, wishes: readonly ConflictWish[]): ConflictWish | undefined {
  const offered = wishes.filter(({ kind }) => choices.some((choice) => choice.kind === kind));
  return offered.find((wish) => wish.logicalId === logicalId) ?? offered.find((wish) => wish.logicalId === null);
}

function toResolution({ choices }: NameConflict, { kind, name }: ConflictWish): Resolution | undefined {
  if (kind === 'stop' || kind === 'useOwner') return undefined;
  if (kind !== 'rename') return { kind };
  const chosen = name ?? choices.find((choice) => choice.kind === 'rename')?.suggestion;
  return chosen ? { kind, name: chosen } : undefined;
}
