import assert from 'node:assert/strict';
import { withAnswer, type Answers } from '../../../../src/core/onboarding/answers';
import { onboardingForm } from '../../../../src/core/onboarding/form';
import { isAsked } from '../../../../src/core/onboarding/is-asked';
import { newAnswers } from '../../../../src/core/onboarding/new-answers';
import { planDefaults } from '../../../../src/core/onboarding/plan-defaults';
import { questions } from '../../../../src/core/onboarding/questions';

const { fields } = onboardingForm();
const roles = fields.filter(({ id }) => id.startsWith('roles.'));
const everyRole = new Set(roles.map(({ id }) => id.replace('roles.', '')));
const idsOf = (answers: Answers, made: ReadonlySet<string> = everyRole) => questions(fields, answers, made).map(({ id }) => id);

describe('the form as a list of questions', () => {
  const all = withAnswer(newAnswers, 'plans', planDefaults);

  it('asks for every field of the form that the answers leave open, each once', () => {
    for (const type of ['single', 'management']) {
      const answers = withAnswer(all, 'account.type', type);
      const asked = questions(fields, answers, everyRole).flatMap((question) => question.fields.map(({ id }) => id));
      assert.deepEqual([...asked].sort(), fields.filter((field) => isAsked(field, answers)).map(({ id }) => id).sort());
    }
  });

  it('asks for plans together, then for the settings of each that is on', () => {
    const ids = idsOf(newAnswers);
    assert.ok(ids.indexOf('plans') < ids.indexOf('on:plans.servers') && ids.includes('plans.servers.tier'));
    assert.ok(!ids.includes('on:plans.defenderCspm'));
    assert.ok(idsOf(all).includes('on:plans.defenderCspm'));
  });

  it('asks for the names of roles only where roles are made', () => {
    assert.ok(!idsOf(newAnswers, new Set()).includes('roles'));
    const [question] = questions(fields, newAnswers, new Set(['cspmMonitor'])).filter(({ kind }) => kind === 'names');
    assert.deepEqual(question?.fields.map(({ id }) => id), ['roles.cspmMonitor']);
  });
});
