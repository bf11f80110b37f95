import assert from 'node:assert/strict';
import { resolvePath } from '../../../../src/core/document/resolve-path';
import { readDocument } from '../../../../src/core/document/read-document';
import { marksOf, relateFiles } from '../../../../src/core/lint/relate-files';

const file = (fileName: string, text: string) => ({ fileName, document: readDocument(text, fileName.endsWith('.json') ? 'json' : 'yaml') });
const connector = (fileName: string, template: string) => file(fileName, `name: contoso\naccount: { id: "123456789012" }\ndeployment: { template: ${JSON.stringify(template)} }\n`);

describe('files that belong to each other', () => {
  for (const [template, from, named, related] of [
    ['/w/a.json', '/w/a.connector.yaml', 'a.json', true],
    ['/w/a.json', '/w/a.connector.yaml', './a.json', true],
    ['/w/out/a.json', '/w/a.connector.yaml', 'out/a.json', true],
    ['/w/a.json', '/w/in/a.connector.yaml', '../a.json', true],
    ['a.json', 'a.connector.yaml', 'a.json', true],
    ['c:\\w\\a.json', 'c:\\w\\a.connector.yaml', 'a.json', true],
    ['/w/a.json', '/w/a.connector.yaml', '/w/a.json', true],
    ['/w/a.json', '/w/a.connector.yaml', '/v/a.json', false],
    ['/w/out/a.json', '/w/a.connector.yaml', 'a.json', false],
  ] as const) {
    it(`${template} ${related ? 'is' : 'is not'} the template ${named} of ${from}`, () => {
      const found = relateFiles('template', file(template, '{}'), [connector(from, named)]);
      assert.equal(found.connector?.fileName, related ? from : undefined);
    });
  }

  it('are connectors in Azure and connector files, by name or account', () => {
    const body = file('/w/body.json', '{"value":[{"name":"contoso","type":"Microsoft.Security/securityConnectors"},{"properties":{"hierarchyIdentifier":"210987654321","offerings":[]}}]}');
    const other = file('/w/b.connector.yaml', 'name: x\naccount: { id: "210987654321" }\n');
    const none = file('/w/c.connector.yaml', 'name: y\naccount: { id: "000000000000" }\n');
    const found = relateFiles('arm', body, [connector('/w/a.connector.yaml', 'a.json'), other, none]);
    assert.deepEqual(found.connectors?.map(({ fileName }) => fileName), ['/w/a.connector.yaml', '/w/b.connector.yaml']);
    assert.deepEqual(marksOf('arm', body), ['contoso', '210987654321']);
    assert.deepEqual(relateFiles('arm', body, [none]), {});
  });

  it('are found from paths as they are written', () => {
    assert.equal(resolvePath('/a/b', '../../../c'), '/c');
    assert.equal(resolvePath('.', '../c'), '../c');
    assert.equal(resolvePath('a', '..\\c'), 'c');
  });
});
