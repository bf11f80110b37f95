import { catalog } from '../catalog/catalog';
import { schemasAt } from '../language/schema-node';
import { fields, type FieldDefinition } from './fields';
import { notes, requirements, type Note, type NoteId, type Requirement } from './facts';
import { planIds } from './plan-defaults';

/** A field with all that a page or a list of questions shows of it. */
export interface Field extends FieldDefinition {
  readonly help: string;
  /** What its absence means in the file, where the schema has a default for it. */
  readonly fallback: string | number | null;
}

/** Everything that the wizard shows and that does not depend on an answer. */
export interface OnboardingForm {
  readonly fields: readonly Field[];
  readonly regions: readonly FormRegion[];
  readonly plans: readonly FormPlan[];
  readonly requirements: readonly Requirement[];
  readonly notes: Readonly<Record<NoteId, Note>>;
  /** Day the facts were last compared with their sources. */
  readonly checked: string;
}

export interface FormPlan {
  readonly id: string;
  readonly label: string;
  /** What it may cost, and where the prices are; null where nothing is said of a price. */
  readonly price: Note | null;
}

export interface FormRegion {
  readonly code: string;
  readonly name: string | null;
  /** What does not work there. */
  readonly without: readonly string[];
}

export const onboardingForm = (): OnboardingForm => ({
  fields: fields.map((field) => ({ ...field, label: featureLabel(field.id) ?? field.label, help: field.help ?? (field.kind === 'plan' ? coverage(field.id) : schemaHelp(field.id)), fallback: fallbackFor(field.id) })),
  regions: catalog.regions
    .filter(({ partition, unsupportedPlans }) => partition === 'aws' && !unsupportedPlans.includes('foundational'))
    .map(({ code, name, unsupportedPlans, unsupportedFeatures }) => ({
      code,
      name,
      without: [...unsupportedPlans.map(planLabel), ...unsupportedFeatures.map(longFeatureLabel)],
    })),
  plans: catalog.plans.map(({ id, displayName }) => ({ id, label: displayName, price: planIds.some((known) => known === id) ? priceOf(displayName) : null })),
  requirements,
  notes,
  checked: catalog.checked,
});

/** Microsoft says it of every plan alike; the prices stand behind the link. */
const priceOf = (plan: string): Note => ({ ...notes.price, text: `${plan} might incur charges.` });

const schemaHelp = (id: string): string => schemasAt(id.split('.')).find(({ description }) => description !== undefined)?.description ?? '';

function coverage(id: string): string {
  const features = catalog.plans.find((plan) => `plans.${plan.id}` === id)?.features ?? [];
  return `Covers: ${features.map(({ label }) => label).join('; ')}.`;
}

function fallbackFor(id: string): string | number | null {
  const value = schemasAt(id.split('.')).find((schema) => schema.default !== undefined)?.default;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

const planLabel = (id: string): string => catalog.plans.find((plan) => plan.id === id)?.displayName ?? id;

/** The catalog's words for a plan or one of its features. */
function featureLabel(id: string): string | undefined {
  const [root, plan, setting, option] = id.split('.');
  if (root !== 'plans' || option !== undefined || !planIds.some((known) => known === plan)) return undefined;
  if (setting === undefined) return planLabel(plan ?? '');
  return catalog.plans.flatMap(({ features }) => features).find((feature) => feature.id === `${plan}.${setting}`)?.label;
}

function longFeatureLabel(id: string): string {
  const plan = catalog.plans.find(({ features }) => features.some((feature) => feature.id === id));
  const label = plan?.features.find((feature) => feature.id === id)?.label ?? id;
  return plan ? `${label} (${plan.displayName})` : label;
}
