import assert from 'node:assert/strict';
import { readDocument } from '../../../../src/core/document/read-document';
import { toConnector } from '../../../../src/core/document/to-connector';
import { toPlain } from '../../../../src/core/document/to-plain';
import { generateTemplate } from '../../../../src/core/generate/cloudformation';
import { toArmBody } from '../../../../src/core/generate/arm-body';
import { fromArmBody } from '../../../../src/core/import/from-arm-body';
import { lint } from '../../../../src/core/lint/lint';
import type { Json, JsonObject } from '../../../../src/core/model/json';
import { withAnswer, type Answers } from '../../../../src/core/onboarding/answers';
import { connectorText } from '../../../../src/core/onboarding/connector-text';
import { fieldProblems } from '../../../../src/core/onboarding/field-problems';
import { fields } from '../../../../src/core/onboarding/fields';
import { newAnswers } from '../../../../src/core/onboarding/new-answers';
import { planEffects, compareAccess } from '../../../../src/core/onboarding/effects';
import { plansOf } from '../../../../src/core/onboarding/plans-of';
import { planPairs } from '../../../contract/plan-pairs';

const azure = {
  tenant: '11111111-2222-4333-8444-555555555555', subscription: '66666666-7777-4888-9999-000000000000', resourceGroup: 'rg', location: 'eastus',
};

/** The choices beside the plans, so that each meets each of another plan in turn. */
const around: readonly Readonly<Record<string, Json>>[] = [
  { account: { id: '012345678901', type: 'single' }, regions: 'all', scanIntervalHours: 4, access: 'default' },
  { account: { id: '123456789012', type: 'management', stackSet: 'members', excluded: ['210987654321'] }, regions: ['us-east-1', 'eu-west-1'], access: 'leastPrivilege' },
  { account: { id: '123456789012', type: 'single' }, regions: ['us-east-1'], scanIntervalHours: 24, access: 'leastPrivilege', roles: { cspmMonitor: 'Mine' } },
  { account: { id: '123456789012', type: 'management', stackSet: 'members' }, scanIntervalHours: 6, access: 'default', deployment: { method: 'terraform', stack: 's', region: 'eu-west-1' } },
];

const choices = planPairs().flatMap((plans) =>
  around.map((rest) => ({ ...newAnswers, name: 'contoso', azure, ...rest, plans: JSON.parse(JSON.stringify(plans)) as Json }) satisfies Answers),
);

const commented = `# above all
name: contoso # its name
zebra: {}
account: # the account
  id: "123456789012" # digits
azure: { tenant: a, subscription: b, resourceGroup: c, location: d } # places
# below all
`;

describe('every two choices of the wizard', function () {
  this.timeout(30_000);

  for (const format of ['yaml', 'json'] as const) {
    const fileName = `contoso.connector.${format}`;

    it(`are written to a new ${format} file that says the same, or are told at a field`, () => {
      let clean = 0;
      for (const answers of choices) {
        const text = connectorText({ text: '', fileName, before: null, answers });
        assert.deepEqual(toPlain(readDocument(text, format).root ?? assert.fail()), answers);
        const problems = fieldProblems(text, fileName, answers).filter(({ severity }) => severity === 'error');
        assert.equal(problems.length > 0, lint(text, fileName).some(({ severity }) => severity === 'error'));
        for (const { field, message } of problems) assert.ok(fields.some(({ id }) => id === field), message);
        if (problems.length === 0) clean += 1;
      }
      assert.ok(clean > choices.length / 2, `${clean} of ${choices.length}`);
    });
  }

  it('generate, and go to Azure and back unchanged, when nothing is wrong', () => {
    const fileName = 'contoso.connector.yaml';
    for (const answers of choices.filter((_, index) => index % around.length === Math.floor(index / around.length) % around.length)) {
      const text = connectorText({ text: '', fileName, before: null, answers });
      if (lint(text, fileName).some(({ severity }) => severity === 'error')) continue;
      const connector = toConnector(readDocument(text, 'yaml')) ?? assert.fail();
      assert.ok(generateTemplate(connector, { generatorVersion: '0', format: 'json' }).bytes > 0);
      const back = fromArmBody(toArmBody(connector).body, { ...azure, name: 'contoso', file: connector });
      assert.ok(back.ok);
      assert.deepEqual(back.value.connector, connector);
    }
  });

  it('have effects whose roles are those of the comparison', () => {
    for (const answers of choices.slice(0, 60)) {
      const chosen = plansOf(answers) ?? assert.fail();
      const total = compareAccess(chosen).totals.leastPrivilege.actions;
      const most = Math.max(...planEffects(chosen).flatMap(({ roles }) => roles.map(({ actions }) => actions.leastPrivilege ?? 0)));
      assert.ok(most <= total, `${most} > ${total}`);
    }
  });

  it('keep every comment of a file that had others', () => {
    const fileName = 'contoso.connector.yaml';
    const before = toPlain(readDocument(commented, 'yaml').root ?? assert.fail()) as JsonObject;
    for (const answers of choices) {
      const after = withAnswer({ ...answers, zebra: {} }, 'azure', azure);
      const text = connectorText({ text: commented, fileName, before, answers: after });
      assert.deepEqual(toPlain(readDocument(text, 'yaml').root ?? assert.fail()), after);
      for (const [comment] of commented.matchAll(/#.*/g)) assert.ok(text.includes(comment), `${comment} in\n${text}`);
    }
  });
});
