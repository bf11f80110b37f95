import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateTemplate } from '../../../../../src/core/generate/cloudformation';
import { awsCliScript } from '../../../../../src/core/generate/scripts/aws-cli-script';
import { azScript } from '../../../../../src/core/generate/scripts/az-script';
import { powershellScript } from '../../../../../src/core/generate/scripts/powershell-script';
import type { Connector } from '../../../../../src/core/model/connector';
import { allPlans, connectorWith } from '../connectors';
import { hostileTexts } from './hostile-texts';

const organization: Partial<Connector> = {
  account: { id: '123456789012', type: 'management', excluded: ['210987654321', '345678901234'], stackSet: 'defender-members' },
};
const hostile = (text: string): Connector => {
  const { azure } = connectorWith({});
  return connectorWith({ defenderCspm: { agentlessScanning: { excludeTags: { [text]: text } } } }, 'default', {
    name: text,
    azure: { ...azure, location: text },
  });
};
const templateOf = (connector: Connector, path = 'contoso.template.json', url?: string) => {
  const { text, body } = generateTemplate(connector, { generatorVersion: '1', format: 'json' });
  return { path, text, body, url };
};

/** One bash for all of them: what one leaves open swallows the next. */
const bashAccepts = (scripts: readonly string[]) => {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: scripts.join(''), encoding: 'utf8' });
  assert.equal(status, 0, stderr);
};

describe('deployment scripts', () => {
  before(function () {
    if (spawnSync('bash', ['--version']).status !== 0) this.skip();
  });

  it('are bash, for every account and name', () => {
    const plain = [{}, organization].flatMap((more) => {
      const connector = connectorWith(allPlans, 'leastPrivilege', more);
      const uploaded = templateOf(connector, 'a.json', 'https://bucket.s3.us-east-1.amazonaws.com/a%20b.json');
      return [awsCliScript(connector, templateOf(connector)), awsCliScript(connector, uploaded), azScript(connector)];
    });
    const named = hostileTexts.flatMap((text) => [awsCliScript(hostile(text), templateOf(hostile(text), text)), azScript(hostile(text))]);
    bashAccepts([...plain, ...named]);
  });

  it('go through S3 only when a request cannot carry the template, or the user has it there', () => {
    const small = connectorWith({});
    assert.doesNotMatch(awsCliScript(small, templateOf(small)), /s3api/);
    const large = connectorWith(allPlans, 'default', { name: 'x'.repeat(60_000) });
    for (const script of [awsCliScript(large, templateOf(large)), powershellScript(large, templateOf(large))]) {
      assert.match(script, /defender-for-cloud-123456789012-us-east-1/);
      assert.match(script, /aws:SecureTransport/);
    }
    const own = awsCliScript(small, templateOf(small, 'a.json', 'https://mine.s3.eu-west-1.amazonaws.com/folder/a%20b.json'));
    assert.match(own, /bucket='mine'\n +key='folder\/a b.json'/);
    assert.doesNotMatch(own, /create-bucket/);
    assert.match(awsCliScript(small, templateOf(small, 'a.json', 'https://templates.contoso.com/a.json')), /Have you uploaded/);
  });

  it('reach members through a StackSet for a management account only, without the excluded', () => {
    const single = connectorWith({});
    const management = connectorWith({}, 'default', organization);
    for (const script of [awsCliScript, powershellScript]) {
      assert.doesNotMatch(script(single, templateOf(single)), /defender-members/);
      assert.match(script(management, templateOf(management)), /'defender-members'[\s\S]*DIFFERENCE[\s\S]*210987654321[\s\S]*345678901234/);
    }
  });

  it('look for every identity provider that the template can make', () => {
    const connector = connectorWith({ defenderCspm: { ciem: true } });
    for (const script of [awsCliScript(connector, templateOf(connector)), powershellScript(connector, templateOf(connector))]) {
      assert.match(script, /arn:aws:iam::123456789012:oidc-provider\/sts\.windows\.net\/33e01921-4d64-4f8c-a055-5bdaffd5e33d\//);
      assert.match(script, /oidc-provider\/sts\.windows\.net\/11111111-2222-4333-8444-555555555555\//);
      assert.match(script, /DefenderIdentityProviderExists[\s\S]*CiemIdentityProviderExists/);
    }
  });

  it('keep hostile names inside quotes in PowerShell', () => {
    for (const text of hostileTexts) {
      const script = powershellScript(hostile(text), templateOf(hostile(text), text));
      assert.match(script, /^[\x20-\x7e\n]*$/);
      // What is left without quoted texts and comments is the same for every name.
      const skeleton = (from: string) =>
        from.replace(/^ *#.*$|"(?:[^"`]|`.)*"|'(?:[^']|'')*'/gm, (token) => (token.startsWith("'") ? "''" : token.trim().startsWith('#') ? '#' : token)).replaceAll("[regex]::Unescape('')", "''");
      assert.equal(skeleton(script), skeleton(powershellScript(hostile('plain'), templateOf(hostile('plain'), 'plain'))));
    }
  });
});
