import { steps, type StepId } from '../../core/onboarding/steps';

/** The wizard's frame as markup, for the first paint: the same elements that the page draws as soon as it knows what to ask. */
export function firstFrame(isNew: boolean, at: StepId): string {
  const items = steps.map(({ id, title }, index) => `<li><button type="button" disabled${id === at ? ' aria-current="step"' : ''}>${index + 1}. ${title}</button></li>`);
  const heading = steps.find(({ id }) => id === at)?.title ?? '';
  return `<div><h1>${wizardTitle(isNew)}</h1><nav aria-label="Steps"><ol class="steps">${items.join('')}</ol></nav>
<div class="columns"><div class="form"><h2>${heading}</h2><p class="help">Loading the questions…</p></div>
<aside class="panel" aria-label="Files to be written"><h2>Preview</h2></aside></div></div>`;
}

const wizardTitle = (isNew: boolean): string => (isNew ? 'Add AWS account' : 'Edit connector');
