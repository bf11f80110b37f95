import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

describe('the extension host', () => {
  it('has this extension under development and the example workspace open', () => {
    const extension = vscode.extensions.getExtension('defender-connectors.defender-connectors');
    assert.ok(extension);
    assert.equal(vscode.workspace.name, 'examples');
  });

  it('sees the sandbox cloud and nothing else of AWS', () => {
    const names = Object.keys(process.env).filter((name) => name.startsWith('AWS_') && !name.startsWith('AWS_SDK_JS_'));
    assert.deepEqual(names.sort(), ['AWS_CONFIG_FILE', 'AWS_EC2_METADATA_DISABLED', 'AWS_SHARED_CREDENTIALS_FILE']);
    assert.match(process.env['SANDBOX_ENDPOINT'] ?? '', /^http:\/\/127\.0\.0\.1:\d+/);
  });
});
