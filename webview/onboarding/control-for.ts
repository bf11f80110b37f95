import type { Field, OnboardingForm } from '../../src/core/onboarding/form';
import { choiceControl } from './choice-control';
import { regionsControl } from './regions-control';
import { switchControl } from './switch-control';
import { textControl } from './text-control';
import type { Part, Tools } from './tools';

/** Each kind of field has one control. */
export function controlFor(tools: Tools, field: Field, form: OnboardingForm): Part {
  switch (field.kind) {
    case 'choice':
      return choiceControl(tools, field);
    case 'regions':
      return regionsControl(tools, field, form.regions);
    case 'plan':
    case 'switch':
      return switchControl(tools, field);
    case 'text':
    case 'accounts':
    case 'tags':
    case 'number':
      return textControl(tools, field);
  }
}
