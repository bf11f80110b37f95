import json from '../../../schemas/onboarding.json';
import { planIds } from './plan-defaults';

/** A sentence with the page that says so. */
export interface Note {
  readonly text: string;
  readonly url: string;
  readonly title: string;
}

export type NoteId = keyof typeof json.notes;

const sourced = (text: string, source: string): Note => {
  const found = Object.entries(json.sources).find(([id]) => id === source)?.[1];
  if (!found) throw new Error(`schemas/onboarding.json has no source ${source}.`);
  return { text, ...found };
};

/** What the steps tell beside the fields. */
export const notes: Readonly<Record<NoteId, Note>> = {
  nationalClouds: noteOf('nationalClouds'),
  managementAccount: noteOf('managementAccount'),
  scanInterval: noteOf('scanInterval'),
  price: noteOf('price'),
  cloudTrail: noteOf('cloudTrail'),
  terraform: noteOf('terraform'),
  bucketPolicy: noteOf('bucketPolicy'),
  trustedAccess: noteOf('trustedAccess'),
  sentinel: noteOf('sentinel'),
};

function noteOf(id: NoteId): Note {
  const { text, source } = json.notes[id];
  return sourced(text, source);
}

export interface Requirement extends Note {
  /** A plan's key, or `connector` for what every connector needs. */
  readonly plan: (typeof planIds)[number] | 'connector';
  /** The setting that brings it, or null where the plan does. */
  readonly setting: string | null;
}

export const requirements: readonly Requirement[] = json.requirements.map(({ plan, setting, text, source }) => {
  const known = planIds.find((id) => id === plan) ?? 'connector';
  return { plan: known, setting, ...sourced(text, source) };
});
