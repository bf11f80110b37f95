import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../../package.json';
import { badInputs, wellFormedConnector } from '../server/bad-inputs';
import { validLog } from '../core/report/sarif-schema';
import { run } from './run';

const bad = `${wellFormedConnector}scanIntervalHours: 5\n`;

describe('command line', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const write = (name: string, text: string) => {
    writeFileSync(at(name), text);
    return at(name);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  describe('arguments', () => {
    it('prints version and help to standard output', async () => {
      assert.deepEqual(await run(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
      const help = await run(['--help']);
      assert.equal(help.code, 0);
      for (const command of ['lint', 'generate', 'plan', 'deploy', 'lsp', 'Exit codes']) assert.ok(help.stdout.includes(command));
      assert.equal((await run(['plan', '--help'])).code, 0);
    });

    it('says what is wrong with them and exits with 2', async () => {
      for (const args of [[], ['nonsense'], ['lint', '--nonsense'], ['lint', '--format', 'xml'], ['generate'], ['lsp'], ['plan', 'a', 'b']]) {
        const { code, stdout, stderr } = await run(args);
        assert.deepEqual([args, code, stdout], [args, 2, '']);
        assert.ok(stderr.length > 0);
      }
    });
  });

  describe('lint', () => {
    it('exits with 0 for clean files and says how many', async () => {
      write('a.connector.yaml', wellFormedConnector);
      assert.deepEqual(await run(['lint', folder]), { code: 0, stdout: '', stderr: '1 file checked, no findings.\n' });
    });

    for (const [name, start, said] of [
      ['a.connector.yaml', 'name: contoso\nnote: "', /Key note is not known/],
      ['b.connector.yaml', '', /This file declares no connector/],
      ['c.template.yaml', `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  ASCDefendersOIDCIdentityProvider:\n    Type: AWS::IAM::OIDCProvider\n    Properties:\n      Url: "`, /has URL \uFFFD/],
      ['d.json', '{"properties":{"environmentName":"AWS","hierarchyIdentifier":"', /The connector has no location/],
      ['e.json', '', /is neither a connector file nor/],
    ] as const) {
      it(`takes bytes that are no UTF-8 for text that is not known, in ${name}`, async () => {
        writeFileSync(at(name), Buffer.concat([Buffer.from(start), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80]), Buffer.from(start.startsWith('{') ? '"}}' : start && '"\n')]));
        const { code, stdout, stderr } = await run(['lint', at(name)]);
        assert.equal(code, stdout ? 1 : 0, stderr);
        assert.match(stdout || stderr, said);
      });
    }

    it('tells a file in UTF-16 to be saved as UTF-8', async () => {
      writeFileSync(at('a.connector.yaml'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(wellFormedConnector, 'utf16le')]));
      const { code, stdout } = await run(['lint', at('a.connector.yaml')]);
      assert.equal(code, 1);
      assert.match(stdout, /Save it as UTF-8 text/);
    });

    it('shows findings with place and fix, and exits with 1', async () => {
      const path = write('a.connector.yaml', bad);
      const { code, stdout, stderr } = await run(['lint', path]);
      assert.equal(code, 1);
      assert.ok(stdout.startsWith(`${path}:9:20 error: Scan interval is 5 hours`), stdout);
      assert.match(stdout, /= fix: Scan every/);
      assert.equal(stderr, '1 file checked, 1 finding.\n');
    });

    it('prints SARIF, and only that', async () => {
      const path = write('a.connector.yaml', bad);
      const { code, stdout, stderr } = await run(['lint', path, '--format', 'sarif']);
      assert.equal(code, 1);
      assert.equal(stderr, '');
      assert.deepEqual(validLog(stdout).runs[0]?.results?.map(({ ruleId, level }) => [ruleId, level]), [['connector/scan-interval', 'error']]);
    });

    it('prints one JSON array for all files, and only that', async () => {
      write('a.connector.yaml', bad);
      mkdirSync(at('deeper'));
      write('deeper/b.connector.json', '{');
      write('values.yaml', 'a: [');
      const { code, stdout, stderr } = await run(['lint', folder, '--format', 'json']);
      assert.equal(code, 1);
      assert.equal(stderr, '');
      const findings = JSON.parse(stdout) as { file: string; rule: string; range: object; fixes: { edits: object[] }[] }[];
      assert.deepEqual(new Set(findings.map(({ file }) => file)), new Set([at('a.connector.yaml'), at('deeper/b.connector.json')]));
      const interval = findings.find(({ rule }) => rule === 'connector/scan-interval');
      assert.deepEqual(Object.keys(interval ?? {}), ['file', 'rule', 'severity', 'message', 'range', 'fixes']);
      assert.deepEqual(interval?.range, { start: { line: 8, character: 19 }, end: { line: 8, character: 20 } });
      assert.deepEqual(interval?.fixes[0]?.edits[0], { range: interval?.range, newText: '6' });
    });

    it('prints an empty array for clean files', async () => {
      write('a.connector.yaml', wellFormedConnector);
      assert.equal((await run(['lint', folder, '--format', 'json'])).stdout, '[]\n');
    });

    it('reads standard input under a name', async () => {
      const findings = await run(['lint', '-', '--stdin-filename', 'x.connector.yaml'], { stdin: bad });
      assert.equal(findings.code, 1);
      assert.match(findings.stdout, /^x\.connector\.yaml:9:20/);
      assert.equal((await run(['lint', '-', '--stdin-filename', 'x.connector.json'], { stdin: '{' })).code, 1);
    });

    it('shows information and hints, and is clean with them', async () => {
      const body = write('body.json', JSON.stringify(armBody('SensitiveDataDiscovry')));
      const { code, stdout } = await run(['lint', body]);
      assert.equal(code, 0);
      assert.match(stdout, /hint: .*SensitiveDataDiscovry.* \(arm\/role-name\)/);
    });

    it('compares a connector in Azure with the connector file beside it, and says where that is', async () => {
      const file = write('a.connector.yaml', `${wellFormedConnector}scanIntervalHours: 4\n`);
      const account = /id: "(\d{12})"/.exec(wellFormedConnector)?.[1] ?? '';
      const location = /location: (\S+)/.exec(wellFormedConnector)?.[1]?.replace(/\W+$/, '') ?? '';
      const resource = JSON.parse(JSON.stringify(armBody('SensitiveDataDiscovery')).replaceAll('123456789012', account)) as ReturnType<typeof armBody>;
      const { properties } = resource;
      const body = write('body.json', JSON.stringify({ location, properties: { ...properties, environmentData: { environmentType: 'AwsAccount', scanInterval: 12 } } }));
      const { stdout } = await run(['lint', body]);
      assert.match(stdout, /warning: scanInterval is 12 here and 4 in connector file/);
      assert.ok(stdout.includes(`= see ${file}:`), stdout);
      const found = JSON.parse((await run(['lint', body, '--format', 'json'])).stdout) as readonly { readonly related?: readonly { readonly file: string }[] }[];
      assert.ok(found.some(({ related }) => related?.[0]?.file === file));
    });

    it('takes another severity for a rule, and says which rules there are not', async () => {
      const body = write('body.json', JSON.stringify(armBody('SensitiveDataDiscovry')));
      assert.equal((await run(['lint', body, '--rule', 'arm/role-name=error'])).code, 1);
      assert.equal((await run(['lint', body, '--rule', 'arm/role-arn=off', '--rule', 'arm/role-name=off'])).stdout, '');
      const wrong = await run(['lint', body, '--rule', 'arm/rolename=off', '--rule', 'arm/regions']);
      assert.deepEqual(wrong, {
        code: 2,
        stdout: '',
        stderr: 'Rule arm/rolename does not exist, or cannot be adjusted. Write arm/role-name.\nNo severity is given for rule arm/regions. Write off, error, warning, information or hint.\n',
      });
    });

    it('says that nothing was found, and what is not ours', async () => {
      assert.deepEqual(await run(['lint', folder]), {
        code: 0,
        stdout: '',
        stderr: `No connector file (*.connector.yaml), CloudFormation template or connector in Azure was found in ${folder}.\n`,
      });
      const other = write('package.json', '{}');
      const { code, stderr } = await run(['lint', other]);
      assert.equal(code, 0);
      assert.match(stderr, /is neither a connector file nor a CloudFormation template/);
    });

    it('goes on after what cannot be read, and exits with 3', async () => {
      const path = write('a.connector.yaml', bad);
      const { code, stdout, stderr } = await run(['lint', at('gone.yaml'), path]);
      assert.equal(code, 3);
      assert.match(stderr, /There is no file or folder .*gone\.yaml\. Check the path\./);
      assert.match(stdout, /Scan interval/);
    });

    it('does not follow links and leaves packages alone', async () => {
      mkdirSync(at('node_modules'));
      write('node_modules/a.connector.yaml', bad);
      symlinkSync(folder, at('loop'));
      assert.equal((await run(['lint', folder])).code, 0);
    });

    it('checks a template together with the connector that names it', async () => {
      write('a.connector.yaml', `${wellFormedConnector}deployment: { template: a.template.json }\n`);
      await run(['generate', at('a.connector.yaml'), '--out', at('a.template.json')]);
      const { code, stderr } = await run(['lint', folder]);
      assert.deepEqual([code, stderr], [0, '2 files checked, no findings.\n']);

      write('a.connector.yaml', `${wellFormedConnector}deployment: { template: a.template.json }\nplans: { servers: { tier: P2 } }\n`);
      const apart = await run(['lint', at('a.template.json')]);
      assert.equal(apart.code, 1);
      assert.match(apart.stdout, /\(template\/role-connector-agreement\)/);
    });

    for (const [name, text] of Object.entries(badInputs)) {
      it(`has an answer for a file that is ${name}, and keeps each byte of it`, async function () {
        this.timeout(5_000);
        const path = write('a.connector.yaml', text);
        const before = readFileSync(path);
        const json = await run(['lint', path, '--format', 'json']);
        assert.ok(json.code === 0 || json.code === 1, `${json.code} ${json.stderr}`);
        assert.equal(json.stderr, '');
        assert.equal(JSON.parse(json.stdout).length > 0, json.code === 1);
        assert.equal((await run(['lint', path])).code, json.code);
        const generated = await run(['generate', path]);
        assert.ok(generated.code === 0 || generated.code === 1, generated.stderr);
        assert.doesNotMatch(generated.stderr, /fault in defender-connectors/);
        assert.ok(before.equals(readFileSync(path)));
      });
    }
  });

  describe('generate', () => {
    it('prints the template alone to standard output and its size beside it', async () => {
      const path = write('a.connector.yaml', wellFormedConnector);
      const { code, stdout, stderr } = await run(['generate', path]);
      assert.equal(code, 0);
      assert.ok(JSON.parse(stdout).Resources);
      assert.match(stderr, /^Template: [\d,]+ of 51,200 bytes that a request can hold: it fits\.\n$/);
      assert.match((await run(['generate', path, '--format', 'yaml'])).stdout, /^AWSTemplateFormatVersion:/);
    });

    it('writes a file, then finds it up to date, then finds the difference', async () => {
      const path = write('a.connector.yaml', `${wellFormedConnector}deployment: { template: t.json }\n`);
      assert.equal((await run(['generate', path, '--check'])).code, 1);
      assert.equal((await run(['generate', path, '--out', at('t.json')])).code, 0);
      assert.equal((await run(['generate', path, '--check'])).code, 0);

      writeFileSync(at('t.json'), readFileSync(at('t.json'), 'utf8').replace('2010-09-09', '2010-09-10'));
      const differs = await run(['generate', path, '--check']);
      assert.equal(differs.code, 1);
      assert.equal(differs.stdout, '');
      assert.match(differs.stderr, /differs from what the connector file says now/);
      assert.match(differs.stderr, /1 lines? to add, 1 to remove; the first difference is in line 2:/);
      assert.match(differs.stderr, /- .*2010-09-10[^]*\+ .*2010-09-09/);
    });

    it('never writes over a template that it did not make', async () => {
      const portal = '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"A":{"Type":"AWS::IAM::Role"}}}';
      const path = write('a.connector.yaml', wellFormedConnector);
      write('portal.json', portal);
      const { code, stderr } = await run(['generate', path, '--out', at('portal.json')]);
      assert.equal(code, 1);
      assert.match(stderr, /it is kept/);
      assert.equal(readFileSync(at('portal.json'), 'utf8'), portal);
    });

    it('says what is not known', async () => {
      const path = write('a.connector.yaml', `${wellFormedConnector}plans: { defenderCspm: { serverlessProtection: true } }\n`);
      const { code, stderr } = await run(['generate', path]);
      assert.equal(code, 0);
      assert.match(stderr, /Not in the template: Serverless.* portal's template/i);
    });

    it('refuses a connector with mistakes, and says where it cannot write', async () => {
      const refused = await run(['generate', write('a.connector.yaml', bad)]);
      assert.deepEqual([refused.code, refused.stdout], [1, '']);
      assert.match(refused.stderr, /has a mistake. Scan interval is 5 hours/);
      const missing = await run(['generate', at('gone.connector.yaml')]);
      assert.equal(missing.code, 3);
      const good = write('b.connector.yaml', wellFormedConnector);
      const unwritable = await run(['generate', good, '--out', at('no/such/folder.json')]);
      assert.equal(unwritable.code, 3);
      assert.match(unwritable.stderr, /There is no file or folder/);
      assert.equal((await run(['generate', good, '--portal-template', good])).code, 1);
    });

    it('leaves no draft behind where it cannot write', async () => {
      const path = write('a.connector.yaml', wellFormedConnector);
      mkdirSync(at('taken.json'));
      const { code, stderr } = await run(['generate', path, '--out', at('taken.json')]);
      assert.equal(code, 3);
      assert.match(stderr, /taken\.json is a folder, not a file\./);
      assert.deepEqual(readdirSync(folder).sort(), ['a.connector.yaml', 'taken.json']);
    });
  });

  describe('deploy', () => {
    it('refuses before anything else when nobody can be asked', async () => {
      const { code, stderr } = await run(['deploy', write('a.connector.yaml', wellFormedConnector)]);
      assert.equal(code, 1);
      assert.match(stderr, /^Nothing was deployed: there is no terminal to ask in\./);
    });
  });

  describe('as a process', () => {
    it('ends quietly when its reader has gone', function () {
      this.timeout(20_000);
      for (let index = 0; index < 300; index += 1) write(`${index}.connector.yaml`, bad);
      const command = `"${process.execPath}" --import=tsx src/cli/main.ts lint "${folder}" --format json | head -c 10`;
      const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
      assert.equal(stdout.length, 10);
      assert.equal(stderr, '');
    });

    it('gives its exit code to the shell', function () {
      this.timeout(20_000);
      const { status } = spawnSync(process.execPath, ['--import=tsx', 'src/cli/main.ts', 'lint', write('a.connector.yaml', bad)]);
      assert.equal(status, 1);
    });
  });
});

const armBody = (role: string) => ({
  location: 'eastus',
  properties: {
    hierarchyIdentifier: '123456789012',
    environmentName: 'AWS',
    environmentData: { environmentType: 'AwsAccount' },
    offerings: [
      { offeringType: 'CspmMonitorAws', nativeCloudConnection: { cloudRoleArn: 'arn:aws:iam::123456789012:role/CspmMonitorAws' } },
      { offeringType: 'DefenderCspmAws', dataSensitivityDiscovery: { enabled: true, cloudRoleArn: `arn:aws:iam::123456789012:role/${role}` } },
    ],
  },
});
