import type { Memento } from 'vscode';
import { sameJson } from '../../core/model/json';
import type { WizardDraft } from '../../core/onboarding/wizard-state';
import { isWizardDraft } from '../../protocol/onboarding-shapes';

const storageKey = 'defenderConnectors.onboarding';

/** What was answered and not saved yet, by the file that is edited, kept for this workspace. */
export interface DraftMemory {
  recall(key: string): WizardDraft | undefined;
  keep(key: string, draft: WizardDraft): Thenable<void>;
  forget(key: string): Thenable<void>;
}

/** Undefined where nothing was answered yet: the file is read again next time, as it is then. */
export const draftToKeep = (draft: WizardDraft, afresh: WizardDraft): WizardDraft | undefined =>
  sameJson(draft.answers, afresh.answers) ? undefined : draft;

export function draftMemory(state: Pick<Memento, 'get' | 'update'>): DraftMemory {
  const all = (): Readonly<Record<string, unknown>> => {
    const stored: unknown = state.get(storageKey);
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  };
  return {
    recall: (key) => {
      const stored = Object.hasOwn(all(), key) ? all()[key] : undefined;
      return isWizardDraft(stored) ? stored : undefined;
    },
    keep: (key, draft) => state.update(storageKey, { ...all(), [key]: draft }),
    forget: (key) => state.update(storageKey, Object.fromEntries(Object.entries(all()).filter(([each]) => each !== key))),
  };
}
