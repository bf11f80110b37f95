import assert from 'node:assert/strict';
import { ESLint } from 'eslint';

/** The table in eslint.config.mjs is only worth something if a wrong import really is an error. */
describe('layers', function () {
  this.timeout(20_000); // The first check loads ESLint.
  const eslint = new ESLint();

  const refused: readonly [file: string, code: string, why: RegExp][] = [
    ['src/core/lint/example.ts', `import { readFileSync } from 'node:fs'; readFileSync('');`, /src\/core may not load node:/],
    ['src/core/lint/example.ts', `import { x } from '../../app/x'; x();`, /src\/core may not import src\/app/],
    ['src/app/example.ts', `import { x } from '@aws-sdk/client-sts'; x();`, /src\/app may not load @aws-sdk/],
    ['src/app/example.ts', `import { x } from '../adapters/aws/x'; x();`, /src\/app may not import src\/adapters/],
    ['src/server/example.ts', `import { x } from 'vscode'; x();`, /src\/server may not load vscode/],
    ['src/cli/example.ts', `import { x } from '../extension/x'; x();`, /src\/cli may not import src\/extension/],
    ['src/extension/connectors/example.ts', `import { x } from '../deployment/x'; x();`, /may not import feature deployment/],
    ['src/extension/connectors/example.ts', `import { x } from '../../cli/x'; x();`, /src\/extension may not import src\/cli/],
    ['webview/deployment/example.ts', `import { x } from '../../src/app/x'; x();`, /webview may not import src\/app/],
    ['webview/deployment/example.ts', `import { x } from '@vscode/webview-ui-toolkit'; x();`, /webview may not load @vscode/],
    ['sandbox/example.ts', `import { x } from '../src/adapters/aws/x'; x();`, /sandbox may not import src\/adapters/],
    ['src/adapters/aws/example.ts', `import { x } from '../../../sandbox/x'; x();`, /src\/adapters may not import sandbox/],
  ];

  for (const [filePath, code, why] of refused) {
    it(`refuses ${code.split(';')[0]} in ${filePath}`, async () => {
      const [result] = await eslint.lintText(code, { filePath });
      assert.match(result?.messages.map(({ message }) => message).join('\n') ?? '', why);
    });
  }

  it('lets a room import what the table gives it', async () => {
    const [result] = await eslint.lintText(
      `import { ok } from '../../core/model/result';\nimport { CloudFormationClient } from '@aws-sdk/client-cloudformation';\nimport { join } from 'node:path';\nexport const all = [ok, CloudFormationClient, join];\n`,
      { filePath: 'src/adapters/aws/example.ts' },
    );
    assert.deepEqual(result?.messages, []);
  });
});
