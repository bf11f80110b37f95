import type { AccountLook, FoundAnswer, FoundAudience, FoundProvider } from '../core/onboarding/account-look';
import type { AccessComparison, PlanEffect, RoleEffect } from '../core/onboarding/effects';
import type { Note, NoteId, Requirement } from '../core/onboarding/facts';
import type { Choice, FieldDefinition } from '../core/onboarding/fields';
import type { Field, FormRegion, OnboardingForm } from '../core/onboarding/form';
import type { DiffLine } from '../core/onboarding/line-diff';
import type { FieldProblem, WizardDraft } from '../core/onboarding/wizard-state';
import { anyOf, count, fields, flag, list, literal, nullable, oneOf, optional, text, textUpTo, variant, type Shape } from './shape';
import { json, jsonObject } from './json-shape';
import {
  longestFile, type FileText, type OfferedLookUp, type OnboardingHostMessage, type OnboardingPageMessage, type OnboardingPageState, type OnboardingPreview, type PlannedFile, type TemplateSummary,
} from './onboarding';

type HostMessage<K extends OnboardingHostMessage['kind']> = Extract<OnboardingHostMessage, { kind: K }>;
type PageMessage<K extends OnboardingPageMessage['kind']> = Extract<OnboardingPageMessage, { kind: K }>;

const fileText = textUpTo(longestFile);
const step = oneOf('account', 'plans', 'access', 'review');

const problem: Shape<FieldProblem> = fields<FieldProblem>({
  field: nullable(text), step, severity: oneOf('error', 'warning', 'information', 'hint'), message: text, line: nullable(count),
});

const draft: Shape<WizardDraft> = fields<WizardDraft>({
  before: nullable(jsonObject), answers: jsonObject, step, touched: list(text), tried: list(step),
});

const choice: Shape<Choice> = fields<Choice>({ value: nullable(anyOf(text, count)), label: text });

const field: Shape<Field> = fields<Field>({
  id: text,
  step,
  kind: oneOf('text', 'choice', 'accounts', 'regions', 'plan', 'switch', 'tags', 'number'),
  label: text,
  missing: nullable(text),
  choices: list(choice),
  when: nullable(fields<NonNullable<FieldDefinition['when']>>({ field: text, is: list(text) })),
  placeholder: text,
  help: text,
  fallback: nullable(anyOf(text, count)),
});

const note: Shape<Note> = fields<Note>({ text, url: text, title: text });

const form: Shape<OnboardingForm> = fields<OnboardingForm>({
  fields: list(field),
  regions: list(fields<FormRegion>({ code: text, name: nullable(text), without: list(text) })),
  plans: list(fields<OnboardingForm['plans'][number]>({ id: text, label: text, price: nullable(note) })),
  requirements: list(
    fields<Requirement>({
      plan: oneOf('connector', 'defenderCspm', 'servers', 'containers', 'databases'), setting: nullable(text), text, url: text, title: text,
    }),
  ),
  notes: fields<Readonly<Record<NoteId, Note>>>({
    nationalClouds: note, managementAccount: note, scanInterval: note, price: note, cloudTrail: note, terraform: note,
    bucketPolicy: note, trustedAccess: note, sentinel: note,
  }),
  checked: text,
});

const byAccess = <T>(shape: Shape<T>): Shape<{ readonly default: T; readonly leastPrivilege: T }> =>
  fields<{ readonly default: T; readonly leastPrivilege: T }>({ default: shape, leastPrivilege: shape });

const effect: Shape<PlanEffect> = fields<PlanEffect>({
  plan: text,
  roles: list(fields<RoleEffect>({ id: text, name: text, actions: byAccess(nullable(count)), managedPolicies: byAccess(list(text)) })),
  gaps: list(text),
});

const comparison: Shape<AccessComparison> = fields<AccessComparison>({
  totals: byAccess(fields<AccessComparison['totals']['default']>({ roles: count, actions: count, managedPolicies: list(text) })),
  only: byAccess(list(text)),
});

const template: Shape<TemplateSummary> = anyOf(
  fields<Extract<TemplateSummary, { ok: true }>>({ ok: literal(true), of: oneOf('template', 'terraform'), bytes: count, limit: count, minified: flag, resources: count, unknown: list(text) }),
  fields<Extract<TemplateSummary, { ok: false }>>({ ok: literal(false), message: text }),
);

const file: Shape<PlannedFile> = fields<PlannedFile>({
  kind: oneOf('connector', 'template', 'terraform'), uri: text, name: text, text: fileText, status: oneOf('new', 'changed', 'unchanged'), added: count, removed: count,
  diff: list(fields<DiffLine>({ kind: oneOf('same', 'added', 'removed', 'gap'), text })),
});

const preview: Shape<OnboardingPreview> = fields<OnboardingPreview>({
  problems: list(problem), effects: list(effect), comparison: nullable(comparison), template, files: list(file),
});

const look: Shape<AccountLook> = fields<AccountLook>({
  profile: text,
  accountId: text,
  providers: list(fields<FoundProvider>({ url: text, audiences: list(fields<FoundAudience>({ audience: text, purpose: nullable(text) })) })),
  gap: nullable(text),
});

const address: Shape<string> = (value): value is string => text(value) && /^[a-z][a-z\d+.-]*:\/(?!\/\/\/)/i.test(value);

/** Checked by the extension when VS Code restores a page. */
export const isOnboardingPageState: Shape<OnboardingPageState> = fields<OnboardingPageState>({ uri: nullable(address) });

/** Checked by the extension when it reads what it kept. */
export const isWizardDraft: Shape<WizardDraft> = draft;

/** Checked by the page. */
export const isOnboardingHostMessage: Shape<OnboardingHostMessage> = variant<OnboardingHostMessage>('kind', {
  start: fields<HostMessage<'start'>>({ kind: oneOf('start'), form, file: nullable(fields<FileText>({ name: text, text: fileText })), draft, lookUps: list(fields<OfferedLookUp>({ field: text, label: text })), state: isOnboardingPageState }),
  preview: fields<HostMessage<'preview'>>({ kind: oneOf('preview'), revision: count, preview }),
  found: fields<HostMessage<'found'>>({ kind: oneOf('found'), answers: list(fields<FoundAnswer>({ field: text, value: optional(json) })), account: nullable(look) }),
});

/** Checked by the extension. */
export const isOnboardingPageMessage: Shape<OnboardingPageMessage> = variant<OnboardingPageMessage>('kind', {
  ready: fields<PageMessage<'ready'>>({ kind: oneOf('ready') }),
  draft: fields<PageMessage<'draft'>>({ kind: oneOf('draft'), revision: count, draft }),
  lookUp: fields<PageMessage<'lookUp'>>({ kind: oneOf('lookUp'), field: text }),
  compare: fields<PageMessage<'compare'>>({ kind: oneOf('compare'), file: count }),
  copy: fields<PageMessage<'copy'>>({ kind: oneOf('copy'), what: oneOf('arm', 'script-aws', 'script-powershell', 'script-az', 'bucketPolicy') }),
  writeTerraform: fields<PageMessage<'writeTerraform'>>({ kind: oneOf('writeTerraform') }),
  save: fields<PageMessage<'save'>>({ kind: oneOf('save'), thenPreview: flag }),
  startOver: fields<PageMessage<'startOver'>>({ kind: oneOf('startOver') }),
});
