import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withAnswer, type Answers } from '../../../src/core/onboarding/answers';
import { onboardingForm } from '../../../src/core/onboarding/form';
import { newAnswers } from '../../../src/core/onboarding/new-answers';
import type { AnswersOfFile, OnboardingOutput, OnboardingPreview, OnboardingQuestion } from '../../../src/protocol/onboarding';
import { isOnboardingHostMessage, isOnboardingPageMessage } from '../../../src/protocol/onboarding-shapes';
import { startInProcess, type Client } from './client';

const complete: Answers = {
  ...newAnswers,
  name: 'contoso',
  account: { id: '123456789012', type: 'single' },
  azure: { tenant: '11111111-2222-4333-8444-555555555555', subscription: '66666666-7777-4888-9999-000000000000', resourceGroup: 'rg', location: 'eastus' },
};

describe('the server behind the wizard', () => {
  let client: Client;
  let folder: string;

  beforeEach(async () => {
    client = await startInProcess();
    folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
  });

  afterEach(() => {
    client.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(`defenderConnectors/${method}`, params);
  const question = (answers: Answers): OnboardingQuestion => ({ uri: null, folder: pathToFileURL(folder).href, before: null, answers });
  const urlOf = (name: string) => pathToFileURL(join(folder, name)).href;

  it('says what a new connector would write, and its preview and form pass the check of the page', async () => {
    const form = onboardingForm();
    const preview = await ask<OnboardingPreview>('onboardingPreview', question(complete));
    assert.deepEqual(preview.problems, []);
    assert.deepEqual(preview.files.map(({ uri, status }) => [uri, status]), [
      [urlOf('contoso.connector.yaml'), 'new'],
      [urlOf('contoso.template.json'), 'new'],
    ]);
    const [connector, template] = preview.files.map(({ text }) => text);
    assert.match(connector ?? '', /^name: contoso\n/);
    assert.ok(preview.template.ok && preview.template.bytes === Buffer.byteLength(template ?? '') && preview.template.resources > 10);
    const draft = { before: null, answers: complete, step: 'account', touched: [], tried: [] };
    assert.ok(isOnboardingHostMessage({ kind: 'start', form, file: null, draft, lookUps: [], state: { uri: null } }));
    assert.ok(isOnboardingHostMessage({ kind: 'preview', revision: 0, preview }));
    assert.ok(!isOnboardingHostMessage({ kind: 'preview', revision: 0, preview: { ...preview, more: 1 } }));
  });

  it('writes Terraform into a folder of its own when that is chosen, with the template of the members for an organization', async () => {
    const single = withAnswer(complete, 'deployment.method', 'terraform');
    const preview = await ask<OnboardingPreview>('onboardingPreview', question(single));
    assert.deepEqual(preview.files.map(({ kind, uri }) => [kind, uri]), [
      ['connector', urlOf('contoso.connector.yaml')],
      ['terraform', urlOf('contoso.terraform/main.tf')],
    ]);
    assert.ok(preview.template.ok && preview.template.of === 'terraform' && preview.template.bytes === Buffer.byteLength(preview.files[1]?.text ?? '') && preview.template.resources > 10);
    assert.ok(isOnboardingHostMessage({ kind: 'preview', revision: 0, preview }));
    const organization = withAnswer(withAnswer(single, 'account.type', 'management'), 'account.stackSet', 'members');
    const { files } = await ask<OnboardingPreview>('onboardingPreview', question(organization));
    assert.deepEqual(files.map(({ uri }) => uri).slice(1), [urlOf('contoso.terraform/main.tf'), urlOf('contoso.terraform/members.template.json')]);
  });

  it("writes no template beside the portal's, and says how large that one is", async () => {
    const portal = withAnswer(withAnswer(complete, 'deployment.templateFrom', 'portal'), 'deployment.template', 'portal.json');
    const missing = await ask<OnboardingPreview>('onboardingPreview', question(portal));
    assert.ok(!missing.template.ok);
    assert.match(missing.template.message, /portal\.json[\s\S]*downloaded from the portal/);
    writeFileSync(join(folder, 'portal.json'), '{"Resources": {"R": {"Type": "AWS::IAM::Role", "Properties": {}}}}');
    const preview = await ask<OnboardingPreview>('onboardingPreview', question(portal));
    assert.deepEqual(preview.template, { ok: true, of: 'template', bytes: 66, limit: 51_200, minified: false, resources: 1, unknown: [] });
    assert.deepEqual(preview.files.map(({ kind }) => kind), ['connector']);
  });

  for (const [kind, name] of [['terraform', 'contoso.terraform/main.tf'], ['arm', 'contoso.arm.json'], ['script-aws', 'contoso.deploy.sh'], ['script-powershell', 'contoso.deploy.ps1'], ['script-az', 'contoso.azure.sh']] as const) {
    it(`gives the answers as ${kind}, to copy`, async () => {
      const output = await ask<OnboardingOutput>('onboardingOutput', { kind, question: question(complete) });
      assert.ok(output.ok, JSON.stringify(output));
      assert.equal(output.files[0]?.name, name);
      assert.ok((output.files[0]?.text.length ?? 0) > 500);
    });
  }

  it('gives nothing to copy while something is wrong, and says what', async () => {
    const output = await ask<OnboardingOutput>('onboardingOutput', { kind: 'arm', question: question(newAnswers) });
    assert.ok(!output.ok);
    assert.match(output.message, /has a mistake/);
  });

  it('generates no template while something is wrong, and still tells the effects', async () => {
    const preview = await ask<OnboardingPreview>('onboardingPreview', question(newAnswers));
    assert.equal(preview.template.ok, false);
    assert.equal(preview.files.length, 1);
    assert.ok(preview.effects.length > 1);
  });

  it('refuses a new connector whose file is there already', async () => {
    writeFileSync(join(folder, 'contoso.connector.yaml'), 'name: other\n');
    const { problems } = await ask<OnboardingPreview>('onboardingPreview', question(complete));
    assert.deepEqual(problems.map(({ field, message }) => [field, message]), [
      ['name', 'The file contoso.connector.yaml is there already. Choose another name, or edit that file.'],
    ]);
  });

  it('edits a file with all its comments, also when it was changed meanwhile', async () => {
    const path = join(folder, 'contoso.connector.yaml');
    copyFileSync('examples/contoso-organization.connector.yaml', path);
    const text = readFileSync(path, 'utf8');
    const uri = pathToFileURL(path).href;
    const read = await ask<AnswersOfFile>('onboardingAnswers', { uri });
    assert.ok(read.ok);
    assert.deepEqual(read.file, { name: 'contoso.connector.yaml', text });
    client.open(uri, `# meanwhile\n${text}`);
    const answers = withAnswer(read.answers, 'scanIntervalHours', 4);
    const preview = await ask<OnboardingPreview>('onboardingPreview', { ...question(answers), uri, before: read.before });
    assert.equal(preview.files[0]?.text, `# meanwhile\n${text.replace('scanIntervalHours: 24', 'scanIntervalHours: 4')}`);
    const { diff, text: _checkedAbove, ...file } = preview.files[0] ?? { diff: [], text: '' };
    assert.deepEqual(file, { kind: 'connector', uri, name: 'contoso.connector.yaml', status: 'changed', added: 1, removed: 1 });
    assert.deepEqual(diff.filter(({ kind }) => kind === 'added' || kind === 'removed'), [{ kind: 'removed', text: 'scanIntervalHours: 24' }, { kind: 'added', text: 'scanIntervalHours: 4' }]);
  });

  it('carries an organization of thousands, and a list of thousands that is wrong', async () => {
    const excluded = Array.from({ length: 5_000 }, (_, index) => String(300_000_000_000 + index));
    const organization: Answers = { ...complete, account: { id: '123456789012', type: 'management', excluded, stackSet: 'members' } };
    const draft = { before: organization, answers: organization, step: 'account', touched: [], tried: [] };
    assert.ok(isOnboardingHostMessage({ kind: 'start', form: onboardingForm(), file: null, draft, lookUps: [], state: { uri: null } }));
    assert.ok(isOnboardingPageMessage({ kind: 'draft', revision: 1, draft }));
    assert.ok(!isOnboardingPageMessage({ kind: 'draft', revision: 1, draft: { ...draft, answers: { name: 'x'.repeat(500_000) } } }));
    const wrong: Answers = { ...organization, name: `/${'x'.repeat(20_000)}`, account: { ...organization['account'] as Answers, excluded: excluded.map((id) => id.slice(1)) } };
    for (const answers of [organization, wrong]) {
      const preview = await ask<OnboardingPreview>('onboardingPreview', question(answers));
      assert.ok(isOnboardingHostMessage({ kind: 'preview', revision: 1, preview }));
      assert.equal(preview.problems.length > 0, answers === wrong);
    }
  });

  it('does not open what is longer than a page takes, and says so', async () => {
    writeFileSync(join(folder, 'long.connector.yaml'), `name: a\n# ${'x'.repeat(400_000)}\n`);
    const read = await ask<AnswersOfFile>('onboardingAnswers', { uri: urlOf('long.connector.yaml') });
    assert.equal(read.ok ? '' : read.message, 'It has 400,011 characters, and the wizard takes files of up to 400,000. Edit it as text.');
  });

  it('does not open what cannot be read', async () => {
    writeFileSync(join(folder, 'bad.connector.yaml'), 'name: [\n');
    const read = await ask<AnswersOfFile>('onboardingAnswers', { uri: urlOf('bad.connector.yaml') });
    assert.match(read.ok ? '' : read.message, /cannot be read/);
    assert.equal((await ask<AnswersOfFile>('onboardingAnswers', { uri: urlOf('absent.connector.yaml') })).ok, false);
    assert.equal((await ask<AnswersOfFile>('onboardingAnswers', { uri: 'untitled:a' })).ok, false);
  });
});
