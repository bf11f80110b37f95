import type { Problem } from '../../core/model/problem';
import type { Result } from '../../core/model/result';
import type { StackOperation } from '../../core/operation/stack-operation';
import type { StackEvent } from '../../core/plan/deployment-preview';
import type { StackParameter } from '../ports';

/** What is done to stacks, noted before it is done and until it has ended: whoever comes back finds it here. Holds no secret. */
export interface JournalPort {
  list(): Promise<Result<JournalContent>>;
  /** Null when there is no such operation, or its note cannot be read. */
  read(id: string): Promise<Result<StackOperation | null>>;
  /** Whole or not at all. A note of the same operation is replaced. */
  write(operation: StackOperation): Promise<Result<void>>;
  /** What to roll back to: kept beside the note, since it is large. */
  keepPrevious(id: string, previous: PreviousStack): Promise<Result<void>>;
  previous(id: string): Promise<Result<PreviousStack | null>>;
  /** Of an operation that has ended, oldest first. */
  keepEvents(id: string, events: readonly StackEvent[]): Promise<Result<void>>;
  events(id: string): Promise<Result<readonly StackEvent[]>>;
  /** Forgets an operation and all that is kept of it. Changes nothing in AWS. */
  remove(id: string): Promise<Result<void>>;
  /** The right to follow an operation, or null while somebody else has it. A follower that fell silent loses it. */
  claim(id: string): Promise<Result<Lease | null>>;
}

export interface JournalContent {
  /** Newest first. */
  readonly operations: readonly StackOperation[];
  /** One for each file that could not be read and was set aside. */
  readonly problems: readonly Problem[];
}

/** A stack as it was before an operation. */
export interface PreviousStack {
  readonly template: string;
  /** Those with a value that AWS shows. */
  readonly parameters: readonly StackParameter[];
}

/** Kept alive by its owner until it is released. */
export interface Lease {
  /** Fires when another follower has taken over. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}
