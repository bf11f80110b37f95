import assert from 'node:assert/strict';
import { answerAt, type Answers } from '../../../../src/core/onboarding/answers';
import { newAnswers } from '../../../../src/core/onboarding/new-answers';
import {
  next, shownProblems, startWizard, type FieldProblem, type WizardEvent, type WizardState,
} from '../../../../src/core/onboarding/wizard-state';

const start = startWizard({ before: null, answers: newAnswers, step: 'account', touched: [], tried: [] });
const after = (state: WizardState, ...events: WizardEvent[]) => events.reduce(next, state);
const error = (field: string, step: FieldProblem['step']): FieldProblem => ({ field, step, severity: 'error', message: 'x', line: 0 });
const clean = (state: WizardState) => next(state, { type: 'checked', revision: state.revision, problems: [] });

describe('the wizard', () => {
  it('goes on only when the answers of now were checked', () => {
    const waiting = next(start, { type: 'next' });
    assert.deepEqual([waiting.step, waiting.leavingFor], ['account', 'plans']);
    assert.equal(clean(waiting).step, 'plans');
  });

  it('stays where something is wrong, and then shows all that is wrong there', () => {
    const problems = [error('name', 'account'), error('account.id', 'account')];
    const known = after(start, { type: 'left', field: 'name' }, { type: 'checked', revision: 0, problems });
    assert.deepEqual(shownProblems(known).map(({ field }) => field), ['name']);
    const tried = next(known, { type: 'next' });
    assert.equal(tried.step, 'account');
    assert.equal(tried.refusals, 1);
    assert.equal(shownProblems(tried).length, 2);
  });

  it('is not held up by a warning', () => {
    const warned = next(start, { type: 'checked', revision: 0, problems: [{ ...error('name', 'account'), severity: 'warning' }] });
    assert.equal(next(warned, { type: 'next' }).step, 'plans');
  });

  it('takes no check of older answers', () => {
    const changed = after(start, { type: 'answered', field: 'name', value: 'a' });
    assert.equal(next(changed, { type: 'checked', revision: 0, problems: [] }), changed);
  });

  it('jumps back freely, forwards only to the first step with an error', () => {
    const at = (problems: readonly FieldProblem[]) => next(start, { type: 'checked', revision: 0, problems });
    assert.equal(next(at([]), { type: 'wentTo', step: 'review' }).step, 'review');
    const stopped = next(at([error('plans.servers', 'plans')]), { type: 'wentTo', step: 'review' });
    assert.equal(stopped.step, 'plans');
    assert.ok(stopped.tried.includes('plans'));
    assert.equal(next(stopped, { type: 'wentTo', step: 'account' }).step, 'account');
  });

  it('leaves the state as it is when an event makes no sense', () => {
    const review = clean(next(start, { type: 'wentTo', step: 'review' }));
    assert.equal(next(start, { type: 'back' }), start);
    assert.equal(next(review, { type: 'next' }), review);
    assert.equal(next(review, { type: 'wentTo', step: 'review' }), review);
    assert.equal(next(start, { type: 'answered', field: 'account.id', value: '' }), start);
    const left = next(start, { type: 'left', field: 'name' });
    assert.equal(next(left, { type: 'left', field: 'name' }), left);
  });

  it('deploys a management account by CloudFormation, whatever was chosen before', () => {
    const terraform = after(start, { type: 'answered', field: 'deployment.method', value: 'terraform' });
    const management = after(terraform, { type: 'answered', field: 'account.type', value: 'management' });
    assert.equal(answerAt(management.answers, 'deployment.method'), undefined);
  });

  it('takes members away with the management account', () => {
    const management = after(
      start,
      { type: 'answered', field: 'account.type', value: 'management' },
      { type: 'answered', field: 'account.excluded', value: ['210987654321'] },
    );
    assert.equal(answerAt(management.answers, 'account.stackSet'), 'defender-members');
    const single = next(management, { type: 'answered', field: 'account.type', value: 'single' });
    assert.deepEqual(single.answers['account'], { id: '', type: 'single' });
  });

  it('names the template after a new connector until somebody names it', () => {
    const named = after(start, { type: 'answered', field: 'name', value: 'Contoso / prod' });
    assert.equal(answerAt(named.answers, 'deployment.template'), 'Contoso-prod.template.json');
    const own = after(named, { type: 'answered', field: 'deployment.template', value: 'mine.json' }, { type: 'answered', field: 'name', value: 'b' });
    assert.equal(answerAt(own.answers, 'deployment.template'), 'mine.json');
  });

  it('writes no generated template over one that was brought', () => {
    const brought: WizardEvent = { type: 'found', answers: [{ field: 'deployment.templateFrom', value: 'portal' }, { field: 'deployment.template', value: 'portal.json' }], account: null };
    const generated: WizardEvent = { type: 'answered', field: 'deployment.templateFrom', value: 'generated' };
    const templateOf = (state: WizardState) => answerAt(after(state, brought, generated).answers, 'deployment.template');
    assert.equal(templateOf(next(start, { type: 'answered', field: 'name', value: 'contoso' })), 'contoso.template.json');
    assert.equal(templateOf(start), undefined);
    const editing = (deployment: Answers) => startWizard({ before: { deployment }, answers: { deployment }, step: 'access', touched: [], tried: [] });
    assert.equal(templateOf(editing({ template: 'mine.json' })), 'mine.json');
    assert.equal(templateOf(editing({ template: 'portal.json', templateFrom: 'portal' })), undefined);
  });

  it('says nothing of templates when Terraform deploys', () => {
    const url: WizardEvent = { type: 'answered', field: 'deployment.templateUrl', value: 'https://b.s3.us-east-1.amazonaws.com/a.json' };
    const brought: WizardEvent = { type: 'found', answers: [{ field: 'deployment.templateFrom', value: 'portal' }, { field: 'deployment.template', value: 'portal.json' }], account: null };
    const { answers } = after(start, { type: 'answered', field: 'name', value: 'contoso' }, url, brought, { type: 'answered', field: 'deployment.method', value: 'terraform' });
    assert.deepEqual(answers['deployment'], { stack: 'defender-for-cloud', region: 'us-east-1', template: 'contoso.template.json', method: 'terraform' });
  });

  it('adds no template to a file that has none', () => {
    const existing = startWizard({ before: { name: 'a' }, answers: { name: 'a' }, step: 'account', touched: [], tried: [] });
    assert.deepEqual(next(existing, { type: 'answered', field: 'name', value: 'b' }).answers, { name: 'b' });
  });

  it('takes what was found: the account only where none was typed, what was chosen in any case', () => {
    const look = { profile: 'p', accountId: '210987654321', providers: [], gap: null };
    const empty = next(start, { type: 'found', answers: [], account: look });
    assert.equal(answerAt(empty.answers, 'account.id'), '210987654321');
    const typed = after(start, { type: 'answered', field: 'account.id', value: '123456789012' }, { type: 'found', answers: [], account: look });
    assert.equal(answerAt(typed.answers, 'account.id'), '123456789012');
    assert.equal(typed.account, look);
    const chosen = next(typed, { type: 'found', answers: [{ field: 'azure.location', value: 'westeurope' }], account: null });
    assert.equal(answerAt(chosen.answers, 'azure.location'), 'westeurope');
    assert.equal(chosen.account, look);
    assert.equal(chosen.revision, typed.revision + 1);
  });
});
