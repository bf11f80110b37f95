import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { localFiles } from '../../src/cli/local-files';
import { makeTemplate } from '../../src/server/make-template';

const folder = join(__dirname, '../../examples');

describe('the examples', () => {
  it('have the template that their connector gives now', async () => {
    const connectorPath = join(folder, 'contoso-development.connector.yaml');
    const made = await makeTemplate({ connectorPath, text: readFileSync(connectorPath, 'utf8'), generatorVersion: version }, localFiles);
    assert.ok(made.ok);
    assert.ok(
      readFileSync(join(folder, 'contoso-development.template.json'), 'utf8') === made.value.generated.text,
      'The generator has changed. Run: npx tsx src/cli/main.ts generate examples/contoso-development.connector.yaml --out examples/contoso-development.template.json',
    );
  });

  it('describe each role of the template in words', () => {
    const text = readFileSync(join(folder, 'contoso-development.template.json'), 'utf8');
    const { Outputs } = JSON.parse(text) as { Outputs: Record<string, { Description: string }> };
    assert.equal(Outputs['CspmMonitorRoleArn']?.Description, 'ARN of the role: Microsoft Defender for Cloud - CSPM ready only role');
    for (const { Description } of Object.values(Outputs)) assert.doesNotMatch(Description, /[<$]|role [a-z]+[A-Z]/);
  });
});
