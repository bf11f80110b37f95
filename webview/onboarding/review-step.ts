import { answerAt } from '../../src/core/onboarding/answers';
import { answerWords } from '../../src/core/onboarding/answer-words';
import { fileWords } from '../../src/core/onboarding/file-words';
import type { OnboardingForm } from '../../src/core/onboarding/form';
import { isAsked } from '../../src/core/onboarding/is-asked';
import { steps } from '../../src/core/onboarding/steps';
import { hasErrors, type FieldProblem } from '../../src/core/onboarding/wizard-state';
import type { PlannedFile } from '../../src/protocol/onboarding';
import type { Elements } from '../elements';
import type { PageState } from './page-state';
import { templateWords } from './template-words';
import type { Part, Tools } from './tools';

/** Everything on one page, the files that will be written, and the buttons that write them. */
export function reviewStep(tools: Tools, form: OnboardingForm): Part {
  const { h, wish } = tools;
  const problems = h('div', {});
  const files = h('div', {});
  const answers = h('div', {});
  const save = h.button({ label: 'Save files', primary: true, onClick: () => wish({ kind: 'save', thenPreview: false }) });
  const deploy = h.button({ label: 'Save and preview deployment', onClick: () => wish({ kind: 'save', thenPreview: true }) });
  const afresh = h.button({ label: 'Start over…', onClick: () => wish({ kind: 'startOver' }) });
  return {
    element: h('div', {}, problems, h('h3', {}, 'Files'), files, h('div', { class: 'actions' }, save, deploy, afresh), h('h3', {}, 'Answers'), answers),
    update: (state) => {
      const { wizard, preview } = state;
      const waiting = wizard.checked !== wizard.revision || hasErrors(wizard.problems);
      for (const button of [save, deploy]) button.toggleAttribute('disabled', waiting);
      // Terraform deploys itself.
      deploy.toggleAttribute('hidden', answerAt(wizard.answers, 'deployment.method') === 'terraform');
      problems.replaceChildren(...wizard.problems.map((problem) => problemLine(tools, problem)));
      files.replaceChildren(...(preview ? [fileList(tools, preview.files), ...templateNotes(h, state)] : []));
      answers.replaceChildren(answerList(h, form, state));
    },
  };
}

const problemLine = ({ h, apply }: Tools, { step, severity, message }: FieldProblem): HTMLElement => {
  const sign = severity === 'error' ? '✗ Error: ' : severity === 'warning' ? '⚠ Warning: ' : 'Note: ';
  const title = steps.find(({ id }) => id === step)?.title ?? '';
  const there = step === 'review' ? [] : [h.button({ label: `Go to ${title}`, onClick: () => apply({ type: 'wentTo', step }) })];
  return h('p', { class: 'problem' }, sign, h.data(message), ' ', ...there);
};

const statusWords: Readonly<Record<PlannedFile['status'], string>> = { new: 'new', changed: 'changes', unchanged: 'stays as it is' };

const fileList = ({ h, wish }: Tools, files: readonly PlannedFile[]): HTMLElement =>
  h(
    'ul',
    { class: 'files' },
    ...files.map(({ kind, name, status, added, removed }) =>
      h(
        'li',
        {},
        h('strong', {}, h.data(name)),
        ` ${statusWords[status]}${status === 'unchanged' ? '' : `: ${lines(added)} added, ${removed} removed`} `,
        ...(status === 'unchanged' ? [] : [h.button({ label: `Compare ${fileWords[kind]}`, onClick: () => wish({ kind: 'compare', file: kind }) })]),
      ),
    ),
  );

const lines = (count: number): string => (count === 1 ? '1 line' : `${count} lines`);

function templateNotes(h: Elements, { preview }: PageState): readonly HTMLElement[] {
  if (!preview) return [];
  const { template } = preview;
  const unknown = template.ok ? template.unknown.map((line) => h('p', { class: 'note' }, h('span', { 'aria-hidden': 'true' }, '⚠ '), h.data(line))) : [];
  return [h('p', { class: 'note' }, templateWords(template)), ...unknown];
}

function answerList(h: Elements, form: OnboardingForm, { wizard }: PageState): HTMLElement {
  const given = form.fields.filter((field) => isAsked(field, wizard.answers) && answerAt(wizard.answers, field.id) !== undefined);
  return h('dl', { class: 'answers' }, ...given.map((field) => h('div', {}, h('dt', {}, field.label), h('dd', {}, h.data(answerWords(field, wizard.answers) ?? '')))));
}
