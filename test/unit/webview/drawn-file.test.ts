import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answersOf, newAnswers } from '../../../src/core/onboarding/new-answers';
import { withAnswer, type Answers } from '../../../src/core/onboarding/answers';
import { startWizard } from '../../../src/core/onboarding/wizard-state';
import { readDocument } from '../../../src/core/document/read-document';
import { toPlain } from '../../../src/core/document/to-plain';
import type { OnboardingPreview } from '../../../src/protocol/onboarding';
import { asChecked, drawFile } from '../../../webview/onboarding/drawn-file';

const wizardOf = (before: Answers | null, answers: Answers) => startWizard({ before, answers, step: 'account', touched: [], tried: [] });
const nothing = { name: '', text: '' };
const answer = (text: string) => ({ files: [{ name: 'on-disk.connector.yaml', text }] }) as unknown as OnboardingPreview;

describe('the file as the page draws it', () => {
  it('is there before the server has answered, under the name that it will have', () => {
    const drawn = drawFile(null, wizardOf(null, withAnswer(newAnswers, 'name', 'contoso west')), nothing);
    assert.equal(drawn.name, 'contoso-west.connector.yaml');
    assert.match(drawn.text, /^name: contoso west\naccount:\n/);
  });

  it('keeps the comments of a file that is edited', () => {
    const text = readFileSync('examples/contoso-organization.connector.yaml', 'utf8');
    const { root } = readDocument(text, 'yaml');
    const before = toPlain(root!) as Answers;
    const file = { name: 'contoso.connector.yaml', text };
    const drawn = drawFile(file, wizardOf(before, withAnswer(answersOf(before), 'scanIntervalHours', 4)), nothing);
    assert.deepEqual(drawn, { ...file, from: file, text: text.replace('scanIntervalHours: 24', 'scanIntervalHours: 4') });
  });

  it('is what the server says as soon as that differs: the file was changed meanwhile', () => {
    const wizard = wizardOf(null, newAnswers);
    const drawn = drawFile(null, wizard, nothing);
    assert.equal(asChecked(drawn, answer(drawn.text)), drawn);
    const other = asChecked(drawn, answer('# meanwhile\n'));
    assert.deepEqual(other, { from: undefined, name: 'on-disk.connector.yaml', text: '# meanwhile\n' });
    assert.deepEqual(drawFile(other.from, wizard, other), other);
  });
});
