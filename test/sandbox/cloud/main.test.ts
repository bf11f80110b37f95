import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

describe('sandbox main', function () {
  this.timeout(15_000);

  it('writes profiles, says how to use them, serves, and ends on Ctrl+C', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-main-'));
    const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', '--ms', '0', '--aws-dir', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      let printed = '';
      for await (const chunk of child.stdout) {
        printed += String(chunk);
        if (printed.includes('Ctrl+C')) break;
      }
      const endpoint = /Sandbox cloud at (http:\/\/127\.0\.0\.1:\d+)/.exec(printed)?.[1] ?? '';
      for (const line of [`export AWS_CONFIG_FILE=${folder}/config`, `export AWS_SHARED_CREDENTIALS_FILE=${folder}/credentials`, 'export AWS_PROFILE=sandbox-single']) {
        assert.ok(printed.includes(line), printed);
      }
      const config = readFileSync(join(folder, 'config'), 'utf8');
      for (const name of ['sandbox-single', 'sandbox-management', 'sandbox-other']) {
        assert.ok(config.includes(`[profile ${name}]\nregion = us-east-1\nendpoint_url = ${endpoint}\n`), config);
      }
      assert.equal(statSync(join(folder, 'credentials')).mode & 0o777, 0o600);
      const keys = /\[sandbox-management\]\naws_access_key_id = (\S+)\naws_secret_access_key = (\S+)/.exec(readFileSync(join(folder, 'credentials'), 'utf8'));
      const credentials = { accessKeyId: keys?.[1] ?? '', secretAccessKey: keys?.[2] ?? '' };
      const sts = new STSClient({ endpoint, region: 'us-east-1', ignoreConfiguredEndpointUrls: true, credentials });
      assert.equal((await sts.send(new GetCallerIdentityCommand({}))).Account, '210987654321');
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      assert.equal(await ended, 0);
    } finally {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    }
  });
});
