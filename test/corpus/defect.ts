export const areas = ['trust', 'permissions', 'mechanics', 'workloads', 'connector', 'arm'] as const;
export type Area = (typeof areas)[number];

/** One mistake in a file that is right otherwise. */
export interface Defect {
  readonly id: string;
  readonly area: Area;
  /** File of `base`, which is right. */
  readonly base: string;
  /** Text of the base that is replaced where it stands first. */
  readonly replace: string;
  readonly by: string;
  readonly rule: string;
  /** Where the finding stands: text of the file with the mistake, its range between « and ». Stands in it once. */
  readonly found: string;
  /** False where no right text is known. */
  readonly fix: boolean;
  /** One of 28 to compare tools by: 13 about trust and 15 others, each in a template with federated roles. */
  readonly common?: true;
}
