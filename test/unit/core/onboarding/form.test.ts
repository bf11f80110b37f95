import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDocument } from '../../../../src/core/document/read-document';
import { toPlain } from '../../../../src/core/document/to-plain';
import { schemasAt, type Schema } from '../../../../src/core/language/schema-node';
import { withAnswer, type Answers } from '../../../../src/core/onboarding/answers';
import { connectorText } from '../../../../src/core/onboarding/connector-text';
import { compareAccess, planEffects } from '../../../../src/core/onboarding/effects';
import { fieldProblems } from '../../../../src/core/onboarding/field-problems';
import { onboardingForm } from '../../../../src/core/onboarding/form';
import { newAnswers } from '../../../../src/core/onboarding/new-answers';
import { planIds } from '../../../../src/core/onboarding/plan-defaults';
import { plansOf } from '../../../../src/core/onboarding/plans-of';

const form = onboardingForm();
const fileName = 'a.connector.yaml';
const problemsOf = (answers: Answers) => fieldProblems(connectorText({ text: '', fileName, before: null, answers }), fileName, answers);

const complete: Answers = {
  ...newAnswers,
  name: 'contoso',
  account: { id: '123456789012', type: 'single' },
  azure: { tenant: '11111111-2222-4333-8444-555555555555', subscription: '66666666-7777-4888-9999-000000000000', resourceGroup: 'rg', location: 'eastus' },
};

describe('the form', () => {
  it('asks for every key of the schema that a person would write, and for nothing else', () => {
    const leaves = (path: readonly string[]): readonly string[] => {
      const schemas: readonly Schema[] = schemasAt(path);
      const keys = [...new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {})))];
      return keys.length === 0 ? [path.join('.')] : keys.flatMap((key) => leaves([...path, key]));
    };
    const asked = form.fields.map(({ id }) => id).filter((id) => !id.startsWith('roles.'));
    for (const leaf of leaves([]).filter((id) => !/^(\$schema|arm|roles)/.test(id))) assert.ok(asked.includes(leaf), leaf);
    for (const id of asked) assert.ok(schemasAt(id.split('.')).length > 0, id);
  });

  it('explains each field and each note, with a source', () => {
    for (const { id, help } of form.fields) assert.ok(help !== '' || id.startsWith('roles.') || id === 'deployment.method', id);
    for (const { url } of [...Object.values(form.notes), ...form.requirements]) assert.match(url, /^https:\/\/(learn|azure)\.microsoft\.com\//);
    for (const { plan, setting } of form.requirements) {
      if (setting !== null) assert.ok(form.fields.some(({ id }) => id === `plans.${plan}.${setting}`), `${plan}.${setting}`);
    }
  });

  it('says of every plan that may cost something where its price stands', () => {
    for (const { id, label, price } of form.plans) {
      if (id === 'foundational') assert.equal(price, null);
      else assert.deepEqual([price?.text, price?.url], [`${label} might incur charges.`, 'https://azure.microsoft.com/pricing/details/defender-for-cloud/']);
    }
  });

  it('says which plans need each other', () => {
    const said = (plan: string, setting: string) => form.requirements.filter((each) => each.plan === plan && each.setting === setting).map(({ text }) => text).join(' ');
    assert.match(said('servers', 'agentlessScanning'), /Plan 2 or Defender CSPM[\s\S]*one scanner/);
    assert.match(said('defenderCspm', 'agentlessScanning'), /one scanner together with Defender for Servers/);
    assert.match(said('defenderCspm', 'cloudTrailIngestion'), /Defender CSPM/);
    assert.match(said('databases', 'openSource'), /sensitive data discovery/);
  });

  it('offers no region that cannot be connected', () => {
    assert.ok(form.regions.length > 25);
    assert.ok(!form.regions.some(({ code }) => /^(cn|us-gov)-/.test(code)));
  });
});

describe('what is wrong', () => {
  it('is told at the empty fields of a new connector, once each', () => {
    assert.deepEqual(
      problemsOf(newAnswers).map(({ field }) => field).sort(),
      ['account.id', 'azure.location', 'azure.resourceGroup', 'azure.subscription', 'azure.tenant', 'name'],
    );
  });

  it('is nothing in a complete one', () => assert.deepEqual(problemsOf(complete), []));

  const cases: readonly [field: string, value: Parameters<typeof withAnswer>[2], at: string, message: RegExp][] = [
    ['account.id', '12345', 'account.id', /has 5 digits/],
    ['account.id', '1234-5678-9012', 'account.id', /more than digits/],
    ['azure.tenant', 'contoso', 'azure.tenant', /must be an id/],
    ['azure.location', 'usgovvirginia', 'azure.location', /Azure Government, which has no connectors to AWS/],
    ['azure.location', 'chinaeast2', 'azure.location', /no connectors to AWS/],
    ['deployment.region', 'cn-north-1', 'deployment.region', /./],
    ['regions', ['us-gov-west-1'], 'regions', /./],
    ['deployment.templateUrl', 'http://a/b', 'deployment.templateUrl', /./],
    ['deployment.templateUrl', 'https://contoso.com/a.json', 'deployment.templateUrl', /no address of an object/],
    ['deployment.templateFrom', 'portal', 'deployment.templateFrom', /no file is named/],
    ['regions', [], 'regions', /./],
    ['scanIntervalHours', 5, 'scanIntervalHours', /5/],
    ['plans.servers.tier', 'P1', 'plans.servers.agentlessScanning', /needs Defender for Servers Plan 2/],
    ['deployment.stack', 'my stack', 'deployment.stack', /must be a name/],
    ['deployment.region', 'us-esat-1', 'deployment.region', /Write us-east-1/],
    ['roles.cspmMonitor', 'a b', 'roles.cspmMonitor', /role name/],
    ['plans.containers.threatProtection', { retentionDays: 0 }, 'plans.containers.threatProtection.retentionDays', /./],
  ];
  for (const [field, value, at, message] of cases) {
    it(`${JSON.stringify(value)} as ${field} is told there`, () => {
      const [problem, ...others] = problemsOf(withAnswer(complete, field, value));
      assert.deepEqual(others, []);
      assert.equal(problem?.field, at);
      assert.match(problem?.message ?? '', message);
    });
  }

  it('names duplicates and the management account itself among the excluded', () => {
    const management = withAnswer(withAnswer(complete, 'account.type', 'management'), 'account.stackSet', 's');
    const told = problemsOf(withAnswer(management, 'account.excluded', ['210987654321', '210987654321', '123456789012', '12']));
    assert.deepEqual(told.map(({ field }) => field), Array(3).fill('account.excluded'));
    assert.match(told.map(({ message }) => message).join('\n'), /excluded twice[\s\S]*is the management account[\s\S]*has 2 digits/);
  });
});

describe('effects', () => {
  it('are told for every plan, by role, with the number of permissions of both types', () => {
    const effects = planEffects(plansOf(complete) ?? assert.fail());
    assert.deepEqual(effects.map(({ plan }) => plan), ['foundational', 'servers', 'containers', 'databases']);
    const cspm = effects[0]?.roles[0];
    assert.equal(cspm?.name, 'CspmMonitorAws');
    assert.deepEqual(cspm.managedPolicies.default, ['ReadOnlyAccess']);
    assert.ok((cspm.actions.leastPrivilege ?? 0) > (cspm.actions.default ?? 0), JSON.stringify(cspm.actions));
  });

  it('are told though the rest of the form is empty, with the names that were chosen', () => {
    const answers = withAnswer(newAnswers, 'roles.cspmMonitor', 'Mine');
    assert.equal(planEffects(plansOf(answers) ?? assert.fail())[0]?.roles[0]?.name, 'Mine');
  });

  it('name roles as people read them, without what is filled in at deployment', () => {
    const shown = [...planEffects(plansOf(complete) ?? assert.fail()).flatMap(({ roles }) => roles.map(({ name }) => name)), ...form.fields.flatMap(({ label, placeholder }) => [label, placeholder])];
    assert.deepEqual(shown.filter((name) => /\$\{|<\w+[:>]/.test(name)), []);
    assert.ok(shown.includes('AWS-MDCSetup-HostMgmtRole-…'));
  });

  it('compare the permissions types: what is only in one is in no total of the other', () => {
    const { totals, only } = compareAccess(plansOf(complete) ?? assert.fail());
    assert.deepEqual([totals.default.roles, totals.leastPrivilege.roles], [11, 11]);
    assert.equal(totals.leastPrivilege.actions - only.leastPrivilege.length, totals.default.actions - only.default.length);
  });

  it('say what cannot be made', () => {
    const open = withAnswer(newAnswers, 'plans.databases.openSource', true);
    const gaps = planEffects(plansOf(open) ?? assert.fail()).flatMap((effect) => effect.gaps);
    assert.ok(gaps.some((gap) => gap.startsWith('Open-source relational databases:')), gaps.join('\n'));
  });
});

describe('an existing file', () => {
  const text = readFileSync('examples/contoso-organization.connector.yaml', 'utf8');
  const { root } = readDocument(text, 'yaml');
  const before = root ? (toPlain(root) as Answers) : assert.fail();

  for (const id of planIds) {
    it(`changes nothing above its plans when ${id} goes`, () => {
      const answers = withAnswer(before, `plans.${id}`, undefined);
      const written = connectorText({ text, fileName, before, answers });
      assert.deepEqual(toPlain(readDocument(written, 'yaml').root ?? assert.fail()), answers);
      assert.ok(written.startsWith(text.slice(0, text.indexOf('plans:'))));
    });
  }
});
