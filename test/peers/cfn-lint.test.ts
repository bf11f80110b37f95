import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generateTemplate } from '../../src/core/generate/cloudformation';
import { accessTypes, type Connector } from '../../src/core/model/connector';
import { allPlans, connectorWith } from '../unit/core/generate/connectors';
import { absence } from './peer';

interface LintMatch {
  readonly Filename: string;
  readonly Level: string;
  readonly Message: string;
  readonly Rule: { readonly Id: string };
}

const { defenderCspm, servers, containers, databases } = allPlans;

const connectors: readonly (readonly [string, Connector])[] = accessTypes.flatMap((access) => [
  [`foundational-${access}`, connectorWith({}, access)],
  [`cspm-${access}`, connectorWith({ defenderCspm: defenderCspm ?? {} }, access)],
  [`servers-and-containers-${access}`, connectorWith({ servers: servers ?? { tier: 'P2' }, containers: containers ?? {} }, access)],
  [`databases-${access}`, connectorWith({ databases: databases ?? {} }, access)],
  [`all-${access}`, connectorWith(allPlans, access)],
  [`management-${access}`, connectorWith(allPlans, access, {
    account: { id: '123456789012', type: 'management', excluded: ['210987654321'], stackSet: 'defender-members' },
    roles: { cspmMonitor: 'Watcher', ciemOidc: 'Ciem+In', ssmHostMgmtAutomation: 'Host' },
  })],
]);

describe('cfn-lint, reading generated templates', function () {
  this.timeout(300_000);
  const missing = absence('cfn-lint', ['--version']);
  let folder: string;

  before(function () {
    if (missing) {
      console.log(`      skipped: ${missing}`);
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'cfn-lint-'));
  });

  after(() => {
    if (folder) rmSync(folder, { recursive: true });
  });

  for (const format of ['json', 'yaml'] as const) {
    it(`has no error on any in ${format.toUpperCase()}`, async () => {
      const files = connectors.map(([name, connector]) => {
        const file = join(folder, `${name}.${format}`);
        writeFileSync(file, generateTemplate(connector, { generatorVersion: '0.0.0', format }).text);
        return file;
      });
      const errors = (await lint(files)).filter(({ Level }) => Level === 'Error');
      assert.deepEqual(errors.map(({ Filename, Rule, Message }) => `${Filename}: ${Rule.Id} ${Message}`), []);
    });
  }
});

/** One process for all files: most of its time is its start. It exits with a code of its own when it finds something. */
async function lint(files: readonly string[]): Promise<readonly LintMatch[]> {
  const options = { maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)('cfn-lint', ['--format', 'json', ...files], options).catch(
    (error: unknown) => error as { stdout: string },
  );
  return JSON.parse(stdout) as readonly LintMatch[];
}
