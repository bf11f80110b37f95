import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SimulateAnswer } from '../../../src/protocol/server-requests';
import { startInProcess, type Client } from './client';

const template = readFileSync('test/corpus/base/federated-role.yaml', 'utf8');

describe('simulating tokens for an editor', () => {
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

  const simulate = (name: string, text: string): Promise<SimulateAnswer> => {
    writeFileSync(join(folder, name), text);
    return client.connection.sendRequest('defenderConnectors/simulate', { uri: pathToFileURL(join(folder, name)).href });
  };

  it('accepts the token at the roles of a right template', async () => {
    const answer = await simulate('template.yaml', template);
    assert.ok(answer.ok && answer.roles.length > 0);
    for (const { outcome, sentence } of answer.roles) {
      assert.equal(outcome, 'accepted', sentence);
      assert.match(sentence, /^Defender would present audience api:\/\/\S+ and session MicrosoftDefenderForClouds_/);
    }
  });

  it('says what refuses it, and where that stands', async () => {
    const wrong = template.replace(/MicrosoftDefenderForClouds_[0-9a-f-]+/g, 'MicrosoftDefenderForClouds_99999999-2222-4333-8444-555555555555');
    const answer = await simulate('template.yaml', wrong);
    assert.ok(answer.ok);
    const [role] = answer.roles;
    assert.ok(role);
    assert.equal(role.outcome, 'rejected', role.sentence);
    assert.match(wrong.split('\n')[role.range.start.line] ?? '', /MicrosoftDefenderForClouds_9/);
  });

  it('says in a sentence what it cannot simulate', async () => {
    assert.deepEqual(await simulate('notes.yaml', 'a: 1\n'), { ok: false, message: 'notes.yaml is not a CloudFormation template. Open the template of a connector.' });
    const other = 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n';
    assert.deepEqual(await simulate('other.yaml', other), { ok: false, message: 'other.yaml has no role that Defender for Cloud assumes with a token.' });
  });
});
