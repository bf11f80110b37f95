import type { Values } from './match-pattern';

/** In which form an error was given. */
export type ErrorForm = 'text' | 'commandLine' | 'cloudTrail' | 'arm' | 'stackEvent' | 'stackInstance' | 'json';

/** One message out of what was given, and what was said beside it. */
export interface ErrorMessage {
  readonly form: ErrorForm;
  readonly text: string;
  /** `operation`, `code`, `principal`, `account`, `region`, `resourceId`, `resourceType`, `time`, as far as they are told. */
  readonly values: Values;
}
