import assert from 'node:assert/strict';
import { ConfigurationRequest, LogMessageNotification } from 'vscode-languageserver/node';
import { wellFormedConnector } from './bad-inputs';
import { startInProcess, type Client } from './client';

const uri = 'file:///w/a.connector.yaml';
const text = `${wellFormedConnector}scanIntervalHours: 5\n`;

describe('severities of rules in the server', () => {
  let client: Client;
  afterEach(() => client.stop());

  const latest = () => client.published.filter((params) => params.uri === uri).at(-1)?.diagnostics.map(({ code, severity }) => [code, severity]);
  const until = async (condition: () => boolean) => {
    for (let tries = 0; tries < 200 && !condition(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  it('are taken from a client that sends them', async () => {
    client = await startInProcess();
    client.open(uri, text);
    assert.deepEqual((await client.diagnostics(uri)).map(({ severity }) => severity), [1]);
    const send = (rules: unknown) => client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { defenderConnectors: { rules } } });
    await send({ 'connector/scan-interval': 'hint' });
    await until(() => latest()?.[0]?.[1] === 4);
    assert.deepEqual(latest(), [['connector/scan-interval', 4]]);
    await send({ 'connector/scan-interval': 'off' });
    await until(() => latest()?.length === 0);
    assert.deepEqual(latest(), []);
    await send('nonsense');
    await until(() => latest()?.length === 1);
    assert.deepEqual(latest(), [['connector/scan-interval', 1]]);
  });

  it('are asked of a client that can be asked, and unknown rules are logged', async () => {
    client = await startInProcess({ workspace: { configuration: true } });
    const logged: string[] = [];
    client.connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
    client.connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => (section === 'defenderConnectors.rules' ? { 'connector/scan-interval': 'warning', 'connector/scan': 'off' } : null)),
    );
    client.open(uri, text);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(() => latest()?.[0]?.[1] === 2 && logged.length > 0);
    assert.deepEqual(latest(), [['connector/scan-interval', 2]]);
    assert.match(logged.join('\n'), /Rule connector\/scan does not exist/);
  });
});
