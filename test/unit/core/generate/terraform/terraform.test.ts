import assert from 'node:assert/strict';
import { generateTerraform } from '../../../../../src/core/generate/terraform/terraform';
import { hclBlock, hclValue, expression } from '../../../../../src/core/generate/terraform/hcl';
import { snakeCase } from '../../../../../src/core/generate/terraform/snake-case';
import { accessTypes } from '../../../../../src/core/model/connector';
import { allPlans, connectorWith, planSets } from '../connectors';

const main = (...given: Parameters<typeof connectorWith>) => generateTerraform(connectorWith(...given), '1').files[0]?.text ?? assert.fail();
const organization = { account: { id: '123456789012', type: 'management', excluded: ['210987654321'], stackSet: 'members' } } as const;

describe('generated Terraform', () => {
  it('has a value for everything that CloudFormation would have filled in', () => {
    for (const access of accessTypes) assert.doesNotMatch(main(allPlans, access), /\$\{(?!path\.module)/);
  });

  it('gives every block an address of its own, and names no other', () => {
    for (const { plans } of planSets) {
      const text = main(plans);
      const addresses = [...text.matchAll(/^resource "(\w+)" "(\w+)"/gm)].map(([, type, name]) => `${type}.${name}`);
      assert.equal(new Set(addresses).size, addresses.length);
      for (const [address] of text.matchAll(/\b(aws|azapi)_\w+\.\w+(?=[.,\n])/g)) assert.ok(addresses.includes(address), address);
    }
  });

  it('lets no other account in, and keeps the identity provider that others share', () => {
    const text = main(allPlans);
    assert.match(text, /allowed_account_ids = \["123456789012"\]/);
    assert.equal(text.match(/prevent_destroy = true/g)?.length, 2);
    assert.match(text, /var\.defender_identity_provider_exists \? 0 : 1/);
  });

  it("brings the members' template for a management account only", () => {
    assert.deepEqual(generateTerraform(connectorWith({}), '1').files.map(({ name }) => name), ['main.tf']);
    const { files } = generateTerraform(connectorWith({}, 'default', organization), '1');
    assert.deepEqual(files.map(({ name }) => name), ['main.tf', 'members.template.json']);
    assert.match(files[0]?.text ?? '', /file\("\$\{path\.module\}\/members\.template\.json"\)[\s\S]*"DIFFERENCE"[\s\S]*210987654321/);
    const large = generateTerraform(connectorWith(allPlans, 'leastPrivilege', { ...organization, name: 'x'.repeat(60_000) }), '1');
    assert.match(large.files[0]?.text ?? '', /template_url\s+= var\.members_template_url/);
  });

  it('says what it leaves out', () => {
    const { unknown, notes } = generateTerraform(connectorWith(allPlans), '1');
    assert.match(unknown.find(({ feature }) => feature === 'databases.openSource')?.action ?? '', /deploy the template of the portal as a CloudFormation stack/);
    assert.ok(!notes.some((note) => note.includes('not taken over')));
  });

  it("takes over no roles of a portal's template, and says so", () => {
    const { deployment } = connectorWith({});
    const { notes } = generateTerraform(connectorWith({}, 'default', { deployment: { ...deployment, templateFrom: 'portal', template: 'mine.json' } }), '1');
    assert.match(notes.join(' '), /The roles of the portal's template mine\.json are not taken over/);
  });

  it('is the same for the same connector', () => assert.equal(main(allPlans), main(allPlans)));
});

describe("Terraform's language", () => {
  it('is written as terraform fmt would', () => {
    const block = { type: 'a', labels: ['b"'], arguments: { one: 1, longer: ['x'], inner: { k: true, 'a:b': null }, last: expression('var.x'), absent: undefined }, blocks: [{ type: 'c' }] };
    assert.equal(hclBlock(block), 'a "b\\"" {\n  one    = 1\n  longer = ["x"]\n  inner = {\n    k     = true\n    "a:b" = null\n  }\n  last = var.x\n\n  c {}\n}');
  });

  it('interpolates nothing that is text', () => assert.equal(hclValue('${a} %{b} $$ "\\\n\ud800'), '"$${a} %%{b} $$ \\"\\\\\\n\ufffd"'));

  it('names things its way', () => {
    assert.deepEqual(['CspmMonitorRole', 'ASCDefendersOIDCIdentityProvider', 'a-b.C', '1st'].map(snakeCase), ['cspm_monitor_role', 'asc_defenders_oidc_identity_provider', 'a_b_c', '_1st']);
  });
});
