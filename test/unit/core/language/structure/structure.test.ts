import assert from 'node:assert/strict';
import { readDocument } from '../../../../../src/core/document/read-document';
import { foldsOf } from '../../../../../src/core/language/structure/folding';
import { lensesOf } from '../../../../../src/core/language/structure/lenses';
import { linksOf } from '../../../../../src/core/language/structure/links';
import { outlineOf, type OutlineItem } from '../../../../../src/core/language/structure/outline';
import { selectionsAt } from '../../../../../src/core/language/structure/selection';

const template = `AWSTemplateFormatVersion: "2010-09-09"
# Two lines
# of comment
Parameters:
  Name:
    Type: String
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Ref Name
  Provider:
    Type: AWS::IAM::OIDCProvider
    Properties:
      ClientIdList:
        - api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479
      Url: https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/

Outputs:
  Arn: { Value: !GetAtt Role.Arn }
`;

const connector = `name: contoso
account: { id: "123456789012" }
# defender-disable-next-line connector/scan-interval
scanIntervalHours: 5
deployment:
  template: "a.json"
`;

const yaml = (text: string) => readDocument(text, 'yaml');
const names = (items: readonly OutlineItem[]): unknown[] => items.map(({ name, children }) => (children.length > 0 ? [name, names(children)] : name));

describe('structure', () => {
  it('outlines a template by its sections and what they declare', () => {
    const items = outlineOf(yaml(template), 'template');
    assert.deepEqual(names(items), ['AWSTemplateFormatVersion', ['Parameters', ['Name']], ['Resources', ['Role', 'Provider']], ['Outputs', ['Arn']]]);
    const role = items[2]?.children[0];
    assert.equal(role?.detail, 'AWS::IAM::Role');
    assert.equal(role?.kind, 'resource');
    assert.equal(template.slice(role?.nameSpan.start, role?.nameSpan.end), 'Role');
    assert.ok(template.slice(role?.span.start, role?.span.end).endsWith('!Ref Name'));
  });

  it('outlines connectors with their values, and connectors of Azure by name and type', () => {
    assert.deepEqual(names(outlineOf(yaml(connector), 'connector')), ['name', ['account', ['id']], 'scanIntervalHours', ['deployment', ['template']]]);
    assert.equal(outlineOf(yaml(connector), 'connector')[0]?.detail, 'contoso');
    const arm = '{ "resources": [{ "type": "Microsoft.Security/securityConnectors", "name": "c", "properties": { "offerings": [] } }, 7] }';
    const [resources] = outlineOf(readDocument(arm, 'json'), 'arm');
    assert.deepEqual(resources && [resources.children[0]?.name, resources.children[0]?.detail], ['c', 'Microsoft.Security/securityConnectors']);
  });

  it('folds values of several lines and comments, and leaves closing brackets on their lines', () => {
    const folds = foldsOf(yaml(template));
    assert.deepEqual(folds.map(({ startLine, endLine, kind }) => [startLine, endLine, kind]), [
      [1, 2, 'comment'],
      [3, 5, 'value'],
      [4, 5, 'value'],
      [6, 16, 'value'],
      [7, 10, 'value'],
      [9, 10, 'value'],
      [11, 16, 'value'],
      [13, 16, 'value'],
      [14, 15, 'value'],
      [18, 19, 'value'],
    ]);
    assert.deepEqual(foldsOf(readDocument('{\n  "a": {\n    "b": 1\n  }\n}\n', 'json')), [{ startLine: 1, endLine: 2, kind: 'value' }]);
    assert.equal(foldsOf(yaml(template), 2).length, 2);
  });

  it('selects outwards from a word to the whole file', () => {
    const texts = selectionsAt(yaml(connector), connector.indexOf('a.json') + 2).map(({ start, end }) => connector.slice(start, end));
    assert.deepEqual(texts, ['a.json', '"a.json"', 'template: "a.json"', 'deployment:\n  template: "a.json"', connector.trimEnd(), connector]);
    const key = selectionsAt(yaml(connector), 2).map(({ start, end }) => connector.slice(start, end));
    assert.deepEqual(key.slice(0, 2), ['name', 'name: contoso']);
  });

  it('links the template of a connector, and the pages of silenced rules', () => {
    const links = linksOf(yaml(connector), 'connector');
    assert.deepEqual(links.map(({ span }) => connector.slice(span.start, span.end)), ['a.json', 'connector/scan-interval']);
    assert.match(links[1] && 'url' in links[1] ? links[1].url : '', /^https:/);
    assert.deepEqual(linksOf(yaml(connector.replace('connector/scan-interval', 'connector/no-such-rule').replace('a.json', '')), 'connector'), []);
  });

  it('says above a connector what can be done with it', () => {
    const lenses = lensesOf(yaml(`# note\n${connector}`), 'connector');
    assert.deepEqual(lenses.map(({ title, does, span }) => [title, does, span.start]), [
      ['Generate template', 'generate', 7],
      ['Preview deployment', 'preview', 7],
      ['Deploy', 'deploy', 7],
      ['Health', 'health', 7],
    ]);
    assert.deepEqual(lensesOf(yaml(''), 'connector'), []);
  });

  it('says above the resources of a template its size, roles and capability', () => {
    assert.deepEqual(lensesOf(yaml(template), 'template').map(({ title }) => title), [`${Buffer.byteLength(template)} of 51,200 bytes`, '1 role', 'Needs CAPABILITY_NAMED_IAM']);
    const long = `${template}# ${'x'.repeat(60_000)}\n`;
    assert.match(lensesOf(yaml(long), 'template')[0]?.title ?? '', /^60,\d{3} of 51,200 bytes: deployed through S3$/);
    assert.deepEqual(lensesOf(yaml(template.replace(/sts\.windows.*|api:.*/g, 'x')), 'template'), [], 'silent where nothing is of Defender');
  });

  it('needs no capability without identities, and a lesser one where none has a name', () => {
    const title = (text: string) => lensesOf(yaml(text), 'template').find((lens) => lens.title.startsWith('Needs'))?.title;
    assert.equal(title(template.replace('RoleName: !Ref Name', 'Path: /')), 'Needs CAPABILITY_IAM');
    assert.equal(title(template.replace('AWS::IAM::Role', 'AWS::SNS::Topic')), undefined);
    const key = template.replace('AWS::IAM::Role', 'AWS::IAM::AccessKey').replace('RoleName', 'UserName');
    assert.equal(title(key), 'Needs CAPABILITY_IAM', 'the user of a key is no name of its own');
  });
});
