import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** Our own pin, older than what packages of the SDK ask for, once had eleven of them bring a copy of their own. */
it('the core of the AWS SDK is installed once', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Readonly<Record<string, unknown>> };
  for (const name of ['@smithy/core', '@aws-sdk/core']) assert.deepEqual(Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`)), [`node_modules/${name}`]);
});
