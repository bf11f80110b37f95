import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { toArmBody } from '../../src/core/generate/arm-body';
import { defaultArmApiVersion } from '../../src/core/generate/arm/api-versions';
import { newAnswers } from '../../src/core/onboarding/new-answers';
import { answerAt, withAnswer, type Answers } from '../../src/core/onboarding/answers';
import type { AzureSession } from '../../src/extension/azure/azure-session';
import { azureLookUps } from '../../src/extension/onboarding/azure-look-ups';
import { importFromAzure } from '../../src/extension/onboarding/import-from-azure';
import { onboardingImport } from '../../src/server/onboarding-import';
import { connector, group, guestTenant, key, startAzureCloud, subscription, tenant, type AzureCloud } from '../sandbox/azure/azure-cloud';
import { standInSession } from './stand-in-session';

describe('choosing in Azure where a connector lives', function () {
  this.timeout(30_000);
  let cloud: AzureCloud;
  let session: AzureSession;
  let signedIn: boolean;
  const problems: string[] = [];
  const host = () => ({ azure: session, isAllowed: () => true, showProblem: async ({ message }: { readonly message: string }) => void problems.push(message) });

  beforeEach(async () => {
    cloud = await startAzureCloud({ clock: { msPerStep: 1 } });
    signedIn = true;
    problems.length = 0;
    session = standInSession(cloud, () => signedIn);
  });
  afterEach(async () => {
    session.dispose();
    await cloud.stop();
  });

  const find = (field: string, answers: Answers) => azureLookUps(host())[field]?.find(answers) ?? Promise.reject(new Error(field));

  it('finds a subscription, and its tenant with it', async () => {
    const found = find('azure.subscription', newAnswers);
    await accept(found);
    assert.deepEqual((await found)?.answers, [{ field: 'azure.tenant', value: tenant }, { field: 'azure.subscription', value: subscription }]);
  });

  it('finds a tenant, also one in which the account is a guest', async () => {
    const found = find('azure.tenant', newAnswers);
    await accept(found, 1);
    const value = (await found)?.answers[0]?.value;
    assert.ok(value === tenant || value === guestTenant);
  });

  it('finds a resource group and, where none was answered, its location', async () => {
    const answers = withAnswer(withAnswer(newAnswers, 'azure.tenant', tenant), 'azure.subscription', subscription);
    const found = find('azure.resourceGroup', answers);
    await accept(found, 1); // below "New resource group…"
    const values = Object.fromEntries((await found)?.answers.map(({ field, value }) => [field, value]) ?? []);
    assert.equal(values['azure.resourceGroup'], group);
    assert.equal(typeof values['azure.location'], 'string');
  });

  it('asks for the subscription first where none was answered, and gives locations that take a connector', async () => {
    const found = find('azure.location', newAnswers);
    await accept(found);
    await accept(found);
    const fields = (await found)?.answers.map(({ field }) => field);
    assert.deepEqual(fields, ['azure.tenant', 'azure.subscription', 'azure.location']);
  });

  it('finds nothing, and says nothing, when somebody turns away', async () => {
    const found = find('azure.subscription', newAnswers);
    await shown();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.equal(await found, undefined);
    assert.deepEqual(problems, []);
  });

  it('says what Azure refuses, in its words', async () => {
    cloud.sandbox.faults.add({ match: 'arm\\..*', do: 'denied', times: 20 });
    assert.equal(await find('azure.subscription', newAnswers), undefined);
    assert.equal(problems.length, 1);
  });

  it('asks for the sign-in first, and for nothing when that is turned away', async () => {
    signedIn = false;
    const turnedAway = azureLookUps({ ...host(), azure: { ...session, isSignedIn: async () => false, signIn: async () => false } });
    assert.equal(await turnedAway['azure.tenant']?.find(newAnswers), undefined);
    assert.equal(cloud.count('listTenants'), 0);
  });

  it('imports a connector with all that Azure says of it', async () => {
    const { body } = toArmBody(connector);
    const written = await cloud.ports().connectors.write({ key, apiVersion: defaultArmApiVersion, body, etag: null });
    assert.ok(written.ok, written.ok ? '' : written.error.message);
    const answers = importFromAzure({ azure: session, toAnswers: async (question) => onboardingImport(question), showProblem: host().showProblem });
    await accept(answers);
    const found = await answers;
    assert.ok(found, problems.join());
    assert.equal(answerAt(found, 'name'), 'contoso');
    assert.equal(answerAt(found, 'account.id'), '123456789012');
    assert.equal(answerAt(found, 'azure.tenant'), tenant);
    assert.equal(answerAt(found, 'plans.servers.tier'), 'P2');
  });
});

/** There is no event for a list that shows: it takes commands a moment after it does. */
const shown = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_500));

/** Accepts the row of the list that is shown, some rows down. */
async function accept(pending: Promise<unknown>, down = 0): Promise<void> {
  await Promise.race([shown(), pending]);
  for (let row = 0; row < down; row += 1) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}
