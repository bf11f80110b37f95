import assert from 'node:assert/strict';
import { readDocument } from '../../../../src/core/document/read-document';
import { toConnector } from '../../../../src/core/document/to-connector';
import { toPlain } from '../../../../src/core/document/to-plain';
import { toArmBody } from '../../../../src/core/generate/arm-body';
import { generateTemplate } from '../../../../src/core/generate/cloudformation';
import { outputKinds } from '../../../../src/core/generate/output-kinds';
import { generateOutput } from '../../../../src/core/generate/outputs';
import { fromArmBody } from '../../../../src/core/import/from-arm-body';
import { toConnectorText } from '../../../../src/core/import/to-connector-text';
import { lint } from '../../../../src/core/lint/lint';
import { fieldProblems } from '../../../../src/core/onboarding/field-problems';
import { unmetWizardPairs, wizardConnectors, wizardFile, wizardPairs, wizardText } from '../../../wizard-pairs';

/** These hang on the type of account or on the method: two of them that want another one never meet. */
const dependent = ['account.type', 'account.excluded', 'account.stackSet', 'deployment.method', 'deployment.templateFrom', 'deployment.template', 'deployment.templateUrl'];

describe('every two answers of the wizard', function () {
  this.timeout(60_000);

  it('meet, but for those that exclude each other', () => {
    assert.ok(wizardPairs().length > 20);
    for (const pair of unmetWizardPairs()) assert.ok(pair.split('&').every((part) => dependent.includes(part.split('=')[0] ?? '')), pair);
  });

  it('make files without an error or a warning, that say what was answered', () => {
    for (const answers of wizardPairs()) {
      const text = wizardText(answers);
      assert.deepEqual(toPlain(readDocument(text, 'yaml').root ?? assert.fail()), answers);
      assert.deepEqual(lint(text, wizardFile).filter(({ severity }) => severity === 'error' || severity === 'warning'), [], text);
      assert.deepEqual(fieldProblems(text, wizardFile, answers).filter(({ severity }) => severity !== 'information'), [], text);
    }
  });

  it('generate everything, and say the same after the way to Azure and back', () => {
    for (const connector of wizardConnectors()) {
      const { text, body } = generateTemplate(connector, { generatorVersion: '0', format: 'json' });
      const template = { path: connector.deployment.template ?? 'a.json', text, body, url: connector.deployment.templateUrl };
      for (const kind of outputKinds) {
        const { files } = generateOutput(kind, { connector, template, base: 'contoso', generatorVersion: '0' });
        for (const file of files) assert.ok(file.text.length > 100, file.name);
      }
      const back = fromArmBody(toArmBody(connector).body, { ...connector.azure, name: connector.name, file: connector });
      assert.ok(back.ok);
      assert.deepEqual(back.value.connector, connector);
    }
  });

  it('come back from the text of an imported connector', () => {
    for (const connector of wizardConnectors()) {
      for (const format of ['yaml', 'json'] as const) assert.deepEqual(toConnector(readDocument(toConnectorText(connector, { format }), format)), connector);
    }
  });
});
