import { strict as assert } from 'node:assert';
import { credentialChoices } from '../../src/extension/deployment/credentials-for';
import { deploymentCommands } from '../../src/extension/deployment/deployment-commands';
import type { CommandRegistrar } from '../../src/extension/platform/register-command';
import { exampleUri } from './the-extension';

describe('a command that uses credentials', () => {
  const uri = () => exampleUri('contoso-development.connector.yaml');
  const stack = { name: 'defender-for-cloud', region: 'us-east-1', template: null };
  const more = { accountType: null, access: null, plans: [], errors: 0, warnings: 0, azure: null, scanIntervalHours: null, firstProblem: null };

  /** The commands as they are registered, over something that notes what they come to. */
  function commands(trusted: boolean) {
    const done: string[] = [];
    const handlers = new Map<string, (connector: unknown) => unknown>();
    const register: CommandRegistrar = (id, run) => {
      handlers.set(id, (connector) => run(...([connector] as unknown as Parameters<typeof run>)));
      return { dispose: () => undefined };
    };
    deploymentCommands({
      register,
      isTrusted: () => trusted,
      describe: async () => (done.push('read'), { uri: uri().toString(), name: 'c', accountId: '123456789012', stack, ...more }),
      loadSessions: async () => ({ start: async (_uri, _connector, what) => void done.push(what), startOther: async () => void done.push('other') }),
      choices: { choose: async () => void done.push('profile'), chooseRegion: async () => void done.push('region') },
    });
    return { handlers, done };
  }

  it('does nothing in a workspace that is not trusted, whoever calls it', async () => {
    const { handlers, done } = commands(false);
    assert.equal(handlers.size, 5);
    for (const run of handlers.values()) await run(uri());
    assert.deepEqual(done, []);
  });

  it('does its work in one that is', async () => {
    const { handlers, done } = commands(true);
    for (const run of handlers.values()) await run(uri());
    assert.deepEqual(done.filter((what) => what !== 'read'), ['preview', 'deploy', 'other', 'profile', 'region']);
  });

  it('is given no credentials that were chosen before trust was taken away', () => {
    const memory = { get: () => ({ profile: 'sandbox-single', region: null }), set: async () => undefined };
    const known = (trusted: boolean) =>
      credentialChoices({ memory, isTrusted: () => trusted, listProfiles: async () => [], regions: async () => [] }).known('123456789012');
    assert.equal(known(true)?.profile, 'sandbox-single');
    assert.equal(known(false), undefined);
  });
});
