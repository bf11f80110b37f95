import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { fileJournal } from '../../src/adapters/node/journal/file-journal';
import * as chunk from '../../src/extension/deployment/deployment-chunk';
import type { Credentials } from '../../src/extension/deployment/deployment-chunk';
import type { Confirmations } from '../../src/extension/deployment/confirmations';
import { openDeploymentPage } from '../../src/extension/deployment/deployment-page';
import { DeploymentSession } from '../../src/extension/deployment/deployment-session';
import type { SessionHost } from '../../src/extension/deployment/session-host';
import type { StackLook } from '../../src/extension/platform/stack-look';
import { eventually, exampleUri, theExtension } from './the-extension';

const credentials = (profile: string): Credentials => ({ profile, region: null, askMfa: async () => undefined, trusted: true });

/** VS Code refuses modal dialogs while tests run in its host, so here the answers are given; the UI suite sees the real dialog. */
const answers = (yes: boolean, questions: string[]): Confirmations => ({
  deploy: async ({ target }) => (questions.push(`${target.stack} ${target.accountId} ${target.region}`), yes),
  discard: async () => yes,
  cancelUpdate: async () => yes,
});

describe('deploying to the sandbox from the editor', function () {
  this.timeout(60_000);
  const connectorUri = () => exampleUri('contoso-development.connector.yaml');
  const looks: StackLook[] = [];
  const ids = new Set<string>();
  const journalFolder = mkdtempSync(join(tmpdir(), 'journal-'));
  after(() => rmSync(journalFolder, { recursive: true }));

  const session = (confirm: Confirmations, more: Partial<SessionHost> = {}) =>
    new DeploymentSession({
      connectorUri: connectorUri(),
      connectorName: 'contoso-development',
      generate: async () => ({ ok: false, message: 'not asked: the template file is there' }),
      backend: async () => chunk,
      confirm,
      openPage: (title) => openDeploymentPage({ extensionUri: theExtension().extensionUri, log }, connectorUri(), title),
      placeOf: async () => null,
      onPageWish: () => undefined,
      deployments: { journal: async () => fileJournal(journalFolder), progress: ({ id }) => ids.add(id), ended: () => undefined },
      renew: async () => undefined,
      onStack: (look) => looks.push(look),
      isTrusted: () => true,
      onLeftBehind: ({ message }) => assert.fail(message),
      onBug: (error) => assert.fail(String(error)),
      ...more,
    });

  const log = vscode.window.createOutputChannel('deployment test', { log: true });
  const place = { accountId: '123456789012', stack: 'defender-for-cloud', region: 'us-east-1' };
  const status = async () => {
    const read = await chunk.stackStatus(place, credentials('sandbox-single'));
    assert.ok(read.ok);
    return read.value;
  };
  /** A closed page takes its change set back in its own time. */
  const untilTidy = () => eventually(async () => ((await status()) === 'REVIEW_IN_PROGRESS' ? undefined : true), 'the change set to go');
  const closePages = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');
  afterEach(async () => {
    await closePages();
    await untilTidy();
  });

  it('shows what would change and changes nothing without a yes', async () => {
    const questions: string[] = [];
    const one = session(answers(false, questions));
    await one.deploy(credentials('sandbox-single'));
    assert.deepEqual(questions, ['defender-for-cloud 123456789012 us-east-1']);
    assert.equal(one.view?.phase, 'preview');
    assert.ok(one.view?.phase === 'preview' && one.view.preview.changes.length > 5);
    assert.equal(await status(), 'REVIEW_IN_PROGRESS');
  });

  it('takes the change set back, and the empty stack, when its page is closed', async () => {
    const one = session(answers(false, []));
    await one.preview(credentials('sandbox-single'));
    await one.preview(credentials('sandbox-single')); // the second finds the first one's empty stack
    assert.equal(await status(), 'REVIEW_IN_PROGRESS');
    await closePages();
    await untilTidy();
    assert.equal(await eventually(async () => ((await status()) === null ? 'gone' : undefined), 'the stack to go'), 'gone');
    assert.equal(one.view?.phase, 'stale');
  });

  it('asks for trust again before it deploys and before it deletes', async () => {
    const questions: string[] = [];
    let trusted = true;
    const one = session(answers(true, questions), { isTrusted: () => trusted });
    await one.preview(credentials('sandbox-single'));
    trusted = false;
    await one.deploy(credentials('sandbox-single'));
    assert.deepEqual(questions, []);
    assert.ok(one.view?.phase === 'preview');
    const shown = one.view.preview;
    await closePages();
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await status(), 'REVIEW_IN_PROGRESS');
    assert.ok((await chunk.discard(shown, credentials('sandbox-single'))).ok);
  });

  it('stops when the profile belongs to another account', async () => {
    const questions: string[] = [];
    const one = session(answers(true, questions));
    await one.deploy(credentials('sandbox-other'));
    assert.equal(one.view?.phase, 'refused');
    assert.equal(one.view?.phase === 'refused' && one.view.problem.code, 'wrongAccount');
    assert.deepEqual(questions, []);
  });

  it('deploys to the end after a yes, then finds nothing to change', async () => {
    const one = session(answers(true, []));
    await one.deploy(credentials('sandbox-single'));
    assert.ok(one.view?.phase === 'done', JSON.stringify(one.view).slice(0, 500));
    assert.equal(one.view.outcome.result, 'succeeded');
    assert.ok(one.view.outcome.outputs.length > 0);
    const journal = await fileJournal(journalFolder).list();
    assert.ok(journal.ok);
    assert.deepEqual(journal.value.operations.map(({ id, end, connectorFile }) => [ids.has(id), end?.result, connectorFile]), [[true, 'succeeded', connectorUri().toString()]]);
    assert.deepEqual(looks.at(-1)?.kind === 'seen' && looks.at(-1), looks.at(-1));
    await one.preview(credentials('sandbox-single'));
    assert.ok((one.view as { phase: string }).phase === 'preview');
  });

  it('says that there is no such profile', async () => {
    const one = session(answers(true, []));
    await one.preview(credentials('nobody'));
    assert.equal(one.view?.phase === 'refused' && one.view.problem.code, 'credentials');
  });
});
