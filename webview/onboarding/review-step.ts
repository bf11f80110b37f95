import { answerAt } from '../../src/core/onboarding/answers';
import { answerWords } from '../../src/core/onboarding/answer-words';
import { changeWords, fileWords } from '../../src/core/onboarding/file-words';
import type { Field, OnboardingForm } from '../../src/core/onboarding/form';
import { deploymentPlaces, type DeploymentPlace } from '../../src/core/onboarding/deployment-places';
import type { DiffLine } from '../../src/core/onboarding/line-diff';
import { isAsked } from '../../src/core/onboarding/is-asked';
import { steps } from '../../src/core/onboarding/steps';
import { hasErrors, type FieldProblem } from '../../src/core/onboarding/wizard-state';
import type { OnboardingPreview, PlannedFile, TemplateSummary } from '../../src/protocol/onboarding';
import type { Elements } from '../elements';
import { drawnOnce } from './drawn-once';
import { outputButtons } from './output-buttons';
import type { PageState } from './page-state';
import { templateWords } from './template-words';
import type { Part, Tools } from './tools';

/** Everything on one page, the files that will be written, and the buttons that write them. */
export function reviewStep(tools: Tools, form: OnboardingForm): Part {
  const { h, wish } = tools;
  const problems = h('div', {});
  const files = h('div', {});
  const answers = h('div', {});
  const places = h('dl', { class: 'places' });
  const save = h.button({ label: 'Save files', primary: true, onClick: () => wish({ kind: 'save', thenPreview: false }) });
  const deploy = h.button({ label: 'Save and preview deployment', onClick: () => wish({ kind: 'save', thenPreview: true }) });
  const outputs = outputButtons(tools);
  const drawProblems = drawnOnce((all: readonly FieldProblem[]) => problems.replaceChildren(...all.map((problem) => problemLine(tools, problem))));
  const drawFiles = drawnOnce((now: Pick<OnboardingPreview, 'files' | 'template'> | null) => files.replaceChildren(...(now ? [fileList(tools, now.files), ...templateNotes(h, now.template)] : [])));
  const drawPlaces = drawnOnce((all: readonly DeploymentPlace[]) => places.replaceChildren(...all.map(({ where, what }) => placeOf(h, where, what))));
  return {
    element: h('div', {}, problems, h('h3', {}, 'Files'), files, h('div', { class: 'actions' }, save, deploy), outputs.element, h('h3', {}, 'What will be deployed where'), places, h('h3', {}, 'Answers'), answers),
    update: (state) => {
      const { wizard, preview } = state;
      const waiting = wizard.checked !== wizard.revision || hasErrors(wizard.problems);
      outputs.update(state);
      for (const button of [save, deploy]) button.toggleAttribute('disabled', waiting);
      // Terraform deploys itself.
      deploy.toggleAttribute('hidden', answerAt(wizard.answers, 'deployment.method') === 'terraform');
      drawProblems(wizard.problems);
      drawFiles(preview ? { files: preview.files, template: preview.template } : null);
      drawPlaces(preview ? deploymentPlaces(wizard.answers, preview.effects) : []);
      answers.replaceChildren(...answerLists(h, form, state));
    },
  };
}

const placeOf = (h: Elements, where: string, what: readonly string[]): HTMLElement =>
  h('div', {}, h('dt', {}, h.data(where)), ...what.map((words) => h('dd', {}, h.data(words))));

const problemLine = ({ h, apply }: Tools, { step, severity, message }: FieldProblem): HTMLElement => {
  const sign = severity === 'error' ? '✗ Error: ' : severity === 'warning' ? '⚠ Warning: ' : 'Note: ';
  const title = steps.find(({ id }) => id === step)?.title ?? '';
  const there = step === 'review' ? [] : [h.button({ label: `Go to ${title}`, onClick: () => apply({ type: 'wentTo', step }) })];
  return h('p', { class: 'problem' }, sign, h.data(message), ' ', ...there);
};

const fileList = ({ h, wish }: Tools, files: readonly PlannedFile[]): HTMLElement =>
  h(
    'ul',
    { class: 'files' },
    ...files.map(({ kind, name, status, added, removed, diff }, file) =>
      h(
        'li',
        {},
        h('strong', {}, h.data(name)),
        ` ${changeWords({ status, added, removed })}`,
        ...(status === 'unchanged' ? [] : [h('div', { class: 'look-up' }, h.button({ label: `Compare ${kind === 'terraform' ? name : fileWords[kind]}`, onClick: () => wish({ kind: 'compare', file }) }))]),
        ...(diff.length === 0 || status !== 'changed' ? [] : [diffView(h, diff)]),
      ),
    ),
  );

/** Each line says by its sign what happens to it. */
const diffView = (h: Elements, diff: readonly DiffLine[]): HTMLElement =>
  h(
    'div',
    { class: 'file diff', tabindex: '0', role: 'region', 'aria-label': 'What changes in the file' },
    ...diff.map(({ kind, text }) => h('div', { class: `line ${kind}` }, `${signs[kind]} `, kind === 'gap' && text === '' ? '…' : text || ' ')),
  );

const signs: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', added: '+', removed: '-', gap: ' ' };

function templateNotes(h: Elements, template: TemplateSummary): readonly HTMLElement[] {
  const unknown = template.ok ? template.unknown.map((line) => h('p', { class: 'note' }, h('span', { 'aria-hidden': 'true' }, '⚠ '), h.data(line))) : [];
  return [h('p', { class: 'note' }, templateWords(template)), ...unknown];
}

/** By step, and by plan: two plans have settings of the same name. */
function answerLists(h: Elements, form: OnboardingForm, { wizard }: PageState): readonly HTMLElement[] {
  const given = form.fields.filter((field) => isAsked(field, wizard.answers) && answerAt(wizard.answers, field.id) !== undefined);
  const groups = [...new Set(given.map((field) => groupOf(form, field)))];
  return groups.flatMap((group) => {
    const fields = given.filter((field) => groupOf(form, field) === group);
    return [h('h4', {}, group), h('dl', { class: 'answers' }, ...fields.map((field) => h('div', {}, h('dt', {}, field.label), h('dd', {}, h.data(answerWords(field, wizard.answers) ?? '')))))];
  });
}

function groupOf(form: OnboardingForm, { id, step }: Field): string {
  const plan = form.plans.find((each) => id.startsWith(`plans.${each.id}.`) || id === `plans.${each.id}`);
  return plan?.label ?? steps.find((each) => each.id === step)?.title ?? '';
}
