import assert from 'node:assert/strict';
import { onboardingForm } from '../../../src/core/onboarding/form';
import { newAnswers } from '../../../src/core/onboarding/new-answers';
import { stepIds } from '../../../src/core/onboarding/steps';
import { startWizard, type WizardEvent } from '../../../src/core/onboarding/wizard-state';
import type { OnboardingPageMessage, OnboardingPreview } from '../../../src/protocol/onboarding';
import type { PageState } from '../../../webview/onboarding/page-state';
import { createView } from '../../../webview/onboarding/view';
import { pageDocument } from './page-document';

const corpus = ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', 'javascript:alert(1)', '\u202Etxet desrever\u202C', '<!--', 'x'.repeat(8_000)];

const previewOf = (text: string): OnboardingPreview => ({
  problems: [],
  effects: [{ plan: 'foundational', roles: [{ id: 'cspmMonitor', name: text, actions: { default: 1, leastPrivilege: null }, managedPolicies: { default: [text], leastPrivilege: [] } }], gaps: [text] }],
  comparison: { totals: { default: { roles: 1, actions: 1, managedPolicies: [text] }, leastPrivilege: { roles: 1, actions: 2, managedPolicies: [] } }, only: { default: [], leastPrivilege: [text] } },
  template: { ok: true, of: 'template', bytes: 1, minified: false, limit: 2, resources: 1, unknown: [text] },
  files: [{ kind: 'connector', uri: text, name: text, text: `name: ${text}\n`, status: 'changed', added: 1, removed: 0, diff: [{ kind: 'added', text }, { kind: 'gap', text: '' }] }],
});

function stateOf(text: string, step: (typeof stepIds)[number], problem = false): PageState {
  const answers = { ...newAnswers, name: text, account: { id: text, type: 'management', excluded: [text], stackSet: text } };
  const problems = problem ? [{ field: 'name', step: 'account' as const, severity: 'error' as const, message: text, line: 0 }] : [];
  const wizard = { ...startWizard({ before: null, answers, step, touched: ['name'], tried: [] }), checked: 0, problems };
  return { form: onboardingForm(), lookUps: [{ field: 'account.id', label: 'Look' }], wizard, file: { from: undefined, name: text, text: `name: ${text}\n` }, preview: previewOf(text) };
}

function draw(state: PageState) {
  const { page, status, document } = pageDocument();
  const events: WizardEvent[] = [];
  const wishes: OnboardingPageMessage[] = [];
  const view = createView(document, { apply: (event) => events.push(event), wish: (wish) => wishes.push(wish), describe: () => undefined });
  view.show(state);
  return { page, status, view, events, wishes };
}

describe('the onboarding page', () => {
  for (const text of corpus) {
    it(`draws ${JSON.stringify(text.slice(0, 30))} as text, in every step`, () => {
      for (const step of stepIds) {
        const { page } = draw(stateOf(text, step, true));
        assert.ok(page.textContent.includes(text.slice(0, 1_000)), step);
        for (const element of page.all()) {
          assert.doesNotMatch(element.tag, /^(script|iframe|img|object|style|form)$/);
          for (const [name, value] of element.attributes) {
            assert.doesNotMatch(name, /^on|^style$/);
            assert.ok(!value.includes(text), `${name} carries data`);
            if (name === 'href') assert.match(value, /^https:\/\/(learn|azure)\.microsoft\.com\//);
          }
        }
      }
    });
  }

  it('asks the reducer to go on and back, and the extension to save', () => {
    const plans = draw(stateOf('contoso', 'plans'));
    plans.page.find('vscode-button', 'Next')?.listeners.get('click')?.();
    plans.page.find('vscode-button', 'Back')?.listeners.get('click')?.();
    assert.deepEqual(plans.events, [{ type: 'next' }, { type: 'back' }]);
    const review = draw(stateOf('contoso', 'review'));
    for (const label of ['Save files', 'Save and preview deployment', 'Compare connector file']) review.page.find('vscode-button', label)?.listeners.get('click')?.();
    assert.deepEqual(review.wishes, [{ kind: 'save', thenPreview: false }, { kind: 'save', thenPreview: true }, { kind: 'compare', file: 0 }]);
  });

  it('saves nothing while something is wrong or not checked yet', () => {
    const wrong = stateOf('contoso', 'review', true);
    for (const state of [wrong, { ...wrong, wizard: { ...wrong.wizard, problems: [], checked: -1 } }]) {
      const { page, wishes } = draw(state);
      page.find('vscode-button', 'Save files')?.listeners.get('click')?.();
      assert.deepEqual(wishes, []);
    }
  });

  it('says the step and its errors to a screen reader', () => {
    assert.equal(draw(stateOf('contoso', 'plans')).status.textContent, 'Step 2 of 4: Select plans');
    assert.equal(draw(stateOf('contoso', 'account', true)).status.textContent, 'Account details has 1 error.');
  });

  it('lists the answers by step and by plan, since plans have settings of one name', () => {
    const { page } = draw(stateOf('contoso', 'review'));
    const headings = [...page.all()].filter(({ tag }) => tag === 'h4').map(({ textContent }) => textContent);
    assert.deepEqual(headings, ['Account details', 'Defender for Servers', 'Defender for Containers', 'Defender for Databases', 'Configure access']);
  });

  it('opens only the permissions of an access that has some of its own', () => {
    const { page } = draw(stateOf('contoso', 'access'));
    const words = (tag: string, start: string) => [...page.all()].find((element) => element.tag === tag && element.textContent.startsWith(start))?.textContent;
    assert.equal(words('p', 'Default access: 1'), 'Default access: 1 role with 1 permission, none of them only here. Besides, the AWS policy contoso, whose permissions are not counted.');
    assert.equal(words('summary', 'Least privilege access: '), 'Least privilege access: 1 role with 2 permissions, 1 of them only here.');
  });

  it('leaves alone what says the same after another check: what is open stays open, and a button keeps the focus', () => {
    for (const [step, tag] of [['access', 'details'], ['review', 'li']] as const) {
      const state = stateOf('contoso', step);
      const { page, view } = draw(state);
      const shown = () => [...page.all()].filter((element) => element.tag === tag && /Least privilege|connector file/.test(element.textContent));
      const before = shown();
      view.show({ ...state, preview: previewOf('contoso') });
      assert.deepEqual(before.map((element, at) => element === shown()[at]), before.map(() => true));
      assert.ok(before.length > 0);
      view.show({ ...state, preview: previewOf('fabrikam') });
      assert.notEqual(shown()[0], before[0]);
    }
  });

  it('tells at a closed group what is wrong in it', () => {
    const state = stateOf('contoso', 'plans');
    const marked = (severity: 'error' | 'warning') => {
      const problems = [{ field: 'plans.servers.tier', step: 'plans' as const, severity, message: 'Wrong.', line: 0 }];
      const { page } = draw({ ...state, wizard: { ...state.wizard, tried: ['plans'], problems } });
      return [...page.all()].filter(({ tag, textContent }) => tag === 'summary' && textContent.includes('has')).map(({ textContent }) => textContent);
    };
    assert.deepEqual(marked('error'), ['Configure Defender for Servers ✗ has errors']);
    assert.deepEqual(marked('warning'), ['Configure Defender for Servers ⚠ has warnings']);
  });

  it('draws only the lines of the file that change', () => {
    const state = stateOf('contoso', 'account');
    const { page, view } = draw(state);
    const lines = () => [...page.all()].filter((element) => element.attributes.get('class')?.startsWith('line'));
    const show = (text: string, problems = state.wizard.problems) => {
      view.show({ ...state, file: { ...state.file, text }, wizard: { ...state.wizard, problems } });
      assert.deepEqual(lines().map(({ textContent }) => textContent).join('\n').replace(/✗ .*/, ''), text.trimEnd());
      return lines();
    };
    const first = show('a: 1\nb: 2\nc: 3\n');
    const typed = show('a: 1\nb: 22\nc: 3\n');
    assert.deepEqual(typed.map((line, at) => line === first[at]), [true, false, true]);
    const longer = show('a: 1\nb: 22\nx: 0\nc: 3\n');
    assert.deepEqual([longer[0], longer[1], longer[3]], typed);
    assert.deepEqual(show('c: 3\n'), [longer[3]]);
    view.show({ ...state, file: { ...state.file, text: 'c: \u202Etxet\u2066\n' } });
    assert.equal(lines()[0]?.textContent, 'c: \\u202etxet\\u2066');
    const wrong = show('c: 3\n', [{ field: 'name', step: 'account', severity: 'error', message: 'Wrong.', line: 0 }]);
    assert.equal(wrong[0]?.textContent, 'c: 3✗ Wrong.');
  });

  it('draws the template under the connector file, and only while somebody has it open', () => {
    const state = stateOf('contoso', 'account');
    const shown = (text: string): PageState => {
      const preview = previewOf('contoso');
      return { ...state, preview: { ...preview, files: [...preview.files, { kind: 'template', uri: 'a', name: 'contoso.template.json', text, status: 'new', added: 2, removed: 0, diff: [] }] } };
    };
    const { page, view } = draw(shown('{\n}\n'));
    const fold = [...page.all()].find(({ tag, textContent }) => tag === 'details' && textContent.startsWith('contoso.template.json')) ?? assert.fail();
    assert.equal(fold.textContent, 'contoso.template.json');
    fold.setAttribute('open', '');
    fold.listeners.get('toggle')?.();
    assert.equal(fold.textContent, 'contoso.template.json{}');
    view.show(shown('{\n  "a": 1\n}\n'));
    assert.equal(fold.textContent, 'contoso.template.json{  "a": 1}');
    view.show({ ...state, preview: previewOf('contoso') });
    assert.ok(fold.hasAttribute('hidden'));
  });

  it('makes a step once: what is typed in keeps its place', () => {
    const state = stateOf('contoso', 'account');
    const { page, view } = draw(state);
    const before = [...page.all()].filter(({ tag }) => tag === 'vscode-text-field');
    view.show({ ...state, wizard: { ...state.wizard, answers: { ...state.wizard.answers, name: 'other' } } });
    const after = [...page.all()].filter(({ tag }) => tag === 'vscode-text-field');
    assert.ok(before.length > 4 && before.every((element, index) => element === after[index]));
  });
});
