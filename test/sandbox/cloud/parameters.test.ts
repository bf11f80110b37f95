import assert from 'node:assert/strict';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';

const body = (Parameters: object) => JSON.stringify({ Parameters, Resources: { Queue: { Type: 'AWS::SQS::Queue' } } });
const given = (value: string) => ({ Parameters: [{ ParameterKey: 'P', ParameterValue: value }] });

describe('sandbox parameters', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.stop());

  // Texts of the pattern and of ConstraintDescription: as public issue threads quote them; the others: general knowledge.
  const refused: readonly [string, object, string, string][] = [
    ['a value off the pattern', { AllowedPattern: '[-_a-zA-Z0-9]+' }, 'a/b', "Parameter 'P' must match pattern [-_a-zA-Z0-9]+"],
    ['a value that matches in part only', { AllowedPattern: '[a-z]+' }, 'abc1', "Parameter 'P' must match pattern [a-z]+"],
    ['a value that is not allowed', { AllowedValues: ['a', 'b'] }, 'c', "Parameter 'P' must be one of AllowedValues"],
    ['a short value', { MinLength: 3 }, 'ab', "Parameter 'P' must contain at least 3 characters"],
    ['a long value', { MaxLength: 3 }, 'abcd', "Parameter 'P' must contain at most 3 characters"],
    ['what is no number', { Type: 'Number' }, 'abc', "Parameter 'P' must be a number"],
    ['a small number', { Type: 'Number', MinValue: 5 }, '4', "Parameter 'P' must be a number not less than 5"],
    ['a large number', { Type: 'Number', MaxValue: 5 }, '6', "Parameter 'P' must be a number not greater than 5"],
    ['one wrong item of a list', { Type: 'CommaDelimitedList', AllowedPattern: '[a-z]+' }, 'a,1', "Parameter 'P' must match pattern [a-z]+"],
    ['in the words of the template', { AllowedPattern: 'a', ConstraintDescription: 'must be a.' }, 'b', 'Parameter P failed to satisfy constraint: must be a.'],
  ];
  for (const [what, declaration, value, message] of refused) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(driveStacks(sandbox).create(body({ P: { Type: 'String', ...declaration } }), given(value)), refusal('ValidationError', message));
    });
  }

  it('refuses a default that breaks its own constraint', async () => {
    await assert.rejects(
      driveStacks(sandbox).create(body({ P: { Type: 'String', Default: 'x', AllowedValues: ['a'] } })),
      refusal('ValidationError', "Parameter 'P' must be one of AllowedValues"),
    );
  });

  it('names all missing and all unknown parameters', async () => {
    const { create } = driveStacks(sandbox);
    // Texts: as CreateStack is publicly reported to answer.
    await assert.rejects(create(body({ A: { Type: 'String' }, B: { Type: 'String' } })), refusal('ValidationError', 'Parameters: [A, B] must have values'));
    await assert.rejects(create(body({}), given('x')), refusal('ValidationError', 'Parameters: [P] do not exist in the template'));
  });

  it('takes values at their limits', async () => {
    await driveStacks(sandbox).create(body({ P: { Type: 'Number', MinValue: 5, MaxValue: 5 } }), given('5'));
  });
});
