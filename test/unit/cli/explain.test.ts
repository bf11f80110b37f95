import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';

const denied = 'User: arn:aws:iam::123456789012:user/dev is not authorized to perform: iam:CreateRole because no identity-based policy allows the iam:CreateRole action';

describe('explain', () => {
  it('explains its argument, with quotes or without', async () => {
    for (const args of [['Role with name CspmMonitorAws already exists.'], 'Role with name CspmMonitorAws already exists.'.split(' ')]) {
      const { code, stdout, stderr } = await run(['explain', ...args]);
      assert.equal(code, 0);
      assert.match(stdout, /^error: The role CspmMonitorAws exists already \(cfn-iam-role-exists\)/);
      assert.match(stdout, /What to do:\n {2}1\. /);
      assert.match(stdout, /aws iam get-role --role-name CspmMonitorAws/);
      assert.match(stdout, /Sources \(documented, compared \d{4}-\d\d-\d\d\):\n {2}https:/);
      assert.equal(stderr, '');
    }
  });

  it('explains standard input and a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
    const file = join(folder, 'error.txt');
    writeFileSync(file, denied);
    try {
      for (const [args, stdin] of [[['explain'], denied], [['explain', '-'], denied], [['explain', file], '']] as const) {
        assert.match((await run(args, { stdin })).stdout, /user\/dev lacks iam:CreateRole \(access-denied-identity-policy\)/);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says that there is no such file, where the text is a path', async () => {
    for (const path of ['/nowhere/error.txt', './error.log', 'error.json']) {
      const { code, stdout, stderr } = await run(['explain', path]);
      assert.deepEqual([code, stdout], [3, '']);
      assert.ok(stderr.includes(`There is no file or folder ${path}.`), stderr);
    }
    assert.equal((await run(['explain', 'AccessDenied'])).stdout.includes('no file'), false);
  });

  it('says that it does not know a text, keeps it, and exits with 1', async () => {
    const { code, stdout } = await run(['explain', 'The flux capacitor is empty.']);
    assert.equal(code, 1);
    assert.match(stdout, /^This error is not known here\n/);
    assert.match(stdout, /The text:\n {2}The flux capacitor is empty\./);
  });

  it('prints JSON, and only that', async () => {
    const { stdout } = await run(['explain', '--format', 'json', denied]);
    const explanation = JSON.parse(stdout) as { id: string; values: Record<string, string> };
    assert.equal(explanation.id, 'access-denied-identity-policy');
    assert.equal(explanation.values['action'], 'iam:CreateRole');
  });

  it('prints Markdown in which nothing of the text is markup', async () => {
    const { stdout } = await run(['explain', '--format', 'markdown', 'Role with name <img_src=x>[a](http://b) already exists ``` # y']);
    assert.match(stdout, /^# The role \\<img/);
    assert.match(stdout, /````text\n[^`]*```[^`]*\n````/);
    assert.doesNotMatch(stdout.replace(/````text[\s\S]*````/, ''), /[^\\]\[a\]\(/);
  });
});
