import assert from 'node:assert/strict';
import { readDocument } from '../../../../../src/core/document/read-document';
import { definitionAt, referencesAt } from '../../../../../src/core/language/names/definition';
import { renameableAt, renameEdits } from '../../../../../src/core/language/names/rename';
import { applyEdits } from '../../../../../src/core/lint/apply-fixes';

const yaml = `AWSTemplateFormatVersion: "2010-09-09"
Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups:
      - Parameters: [Name, Stage]
    ParameterLabels:
      Name: { default: The name }
Parameters:
  Name: { Type: String }
  Stage: { Type: String }
Mappings:
  Sizes:
    small: { value: 1 }
Conditions:
  IsLive: !Equals [!Ref Stage, live]
  Both: !And [!Condition IsLive, { Condition: IsLive }]
Resources:
  Role:
    Type: AWS::IAM::Role
    Condition: IsLive
    Properties:
      RoleName: !Ref Name
      Description: !Sub "\${Name} of \${Role.Arn} and \${ Stage } not \${!Name}"
      Path: !If [IsLive, !FindInMap [Sizes, small, value], !Ref "AWS::NoValue"]
      AssumeRolePolicyDocument:
        Statement: [{ Condition: IsLive }]
  Policy:
    Type: AWS::IAM::ManagedPolicy
    DependsOn: [Role]
    Properties:
      Roles: [Ref: Role]
      Description:
        Fn::Sub:
          - "\${Name} \${Stage}"
          - Name: !GetAtt Role.Arn
      Path: !GetAtt [Role, Arn]
Outputs:
  Arn:
    Condition: IsLive
    Value: !Sub |
      \${Role.Arn}
      \${Name}
`;

const json = `{
  "Parameters": { "Name": { "Type": "String" } },
  "Resources": {
    "Role": { "Type": "AWS::IAM::Role", "Properties": { "RoleName": { "Ref": "Name" }, "Path": { "Fn::Sub": "/\${Name}/" } } },
    "Policy": { "Type": "AWS::IAM::ManagedPolicy", "DependsOn": "Role", "Properties": { "Roles": [{ "Ref": "Role" }], "Path": { "Fn::GetAtt": ["Role", "Arn"] }, "Description": { "Fn::GetAtt": "Role.Arn" } } }
  }
}
`;

const read = (text: string) => readDocument(text, text.startsWith('{') ? 'json' : 'yaml');

/** The offset of the nth place of a text, counted from zero. */
const at = (text: string, part: string, nth = 0) => text.split(part, nth + 1).join(part).length;

const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

describe('names of a template', () => {
  it('go to where they are declared, from every form of reference', () => {
    const places: readonly [string, string, number?][] = [
      ['!Ref Name', '  Name: { Type', 5],
      ['${Name} of', '  Name: { Type', 3],
      ['${ Stage }', '  Stage: { Type', 4],
      ['${Role.Arn} and', '  Role:\n', 3],
      ['[IsLive, !Find', '  IsLive:', 2],
      ['!Condition IsLive', '  IsLive:', 12],
      ['{ Condition: IsLive }]\nRes', '  IsLive:', 14],
      ['[Sizes, small', '  Sizes:', 2],
      ['DependsOn: [Role]', '  Role:\n', 13],
      ['!GetAtt Role.Arn', '  Role:\n', 9],
      ['!GetAtt [Role, Arn]', '  Role:\n', 10],
      ['Ref: Role', '  Role:\n', 6],
      ['[Name, Stage]', '  Name: { Type', 2],
    ];
    for (const [from, to, into = 0] of places) {
      const found = definitionAt(read(yaml), at(yaml, from) + into);
      assert.equal(found && yaml.slice(found.name.start - 2, found.name.start - 2 + to.length), to, from);
    }
  });

  it('lead nowhere from pseudo parameters, escaped variables, policies and texts', () => {
    for (const [from, into] of [['AWS::NoValue', 2], ['${!Name}', 4], ['[{ Condition: IsLive }]', 15], ['The name', 4], ['2010', 1]] as const) {
      assert.equal(definitionAt(read(yaml), at(yaml, from) + into), undefined, from);
    }
  });

  it('are found wherever they are used, with and without the declaration', () => {
    const document = read(yaml);
    const offset = at(yaml, '\n  Role:') + 3;
    const lines = referencesAt(document, offset, false).map(({ start }) => lineOf(yaml, start));
    assert.deepEqual(lines.map((line) => yaml.split('\n')[line - 1]?.trim()), [
      'Description: !Sub "${Name} of ${Role.Arn} and ${ Stage } not ${!Name}"',
      'DependsOn: [Role]',
      'Roles: [Ref: Role]',
      '- Name: !GetAtt Role.Arn',
      'Path: !GetAtt [Role, Arn]',
      '${Role.Arn}',
    ]);
    assert.equal(referencesAt(document, offset, true).length, lines.length + 1);
    assert.ok(referencesAt(document, offset, true).every(({ start, end }) => yaml.slice(start, end) === 'Role'));
  });

  it('are renamed everywhere and nowhere else', () => {
    const rename = (text: string, offset: number, name: string) => {
      const edits = renameEdits(read(text), offset, name);
      assert.ok(edits.ok, JSON.stringify(edits));
      return applyEdits(text, edits.value);
    };
    const renamed = rename(yaml, at(yaml, '!Ref Name') + 5, 'Title');
    assert.equal(
      renamed,
      yaml
        .replace('[Name, Stage]', '[Title, Stage]')
        .replace('Name: { default', 'Title: { default')
        .replace('Name: { Type', 'Title: { Type')
        .replace('!Ref Name', '!Ref Title')
        .replace('"${Name} of', '"${Title} of')
        .replace('\n      ${Name}\n', '\n      ${Title}\n'),
      'the variable that Fn::Sub declares itself keeps its name',
    );
    assert.equal(rename(yaml, at(yaml, 'IsLive'), 'Live').match(/\bLive\b/g)?.length, 6);
    assert.ok(rename(yaml, at(yaml, 'IsLive'), 'Live').includes('[{ Condition: IsLive }]'));
    assert.equal(rename(json, at(json, '"Role"') + 1, 'Reader'), json.replaceAll('"Role"', '"Reader"').replace('"Role.Arn"', '"Reader.Arn"'));
    assert.equal(rename(json, at(json, '${Name}') + 3, 'Title'), json.replaceAll('"Name"', '"Title"').replace('${Name}', '${Title}'));
  });

  it('tell what will be renamed, without quotes', () => {
    const found = renameableAt(read(json), at(json, '"Ref": "Role"') + 10);
    assert.ok(found.ok);
    assert.equal(found.value.name, 'Role');
    assert.equal(json.slice(found.value.span.start, found.value.span.end), 'Role');
  });

  it('refuse what would break the template', () => {
    const refuse = (text: string, offset: number, name: string, words: RegExp) => {
      const edits = renameEdits(read(text), offset, name);
      assert.ok(!edits.ok);
      assert.match(edits.error.message, words);
    };
    const name = at(yaml, '!Ref Name') + 5;
    refuse(yaml, name, 'Role', /already declares Role/);
    refuse(yaml, name, 'Stage', /already declares Stage/);
    refuse(yaml, at(yaml, 'IsLive'), 'Both', /already declares Both/);
    for (const bad of ['', 'a b', 'a-b', 'a.b', 'x'.repeat(256), '"x"', 'ä']) refuse(yaml, name, bad, /not a name/);
    for (const bad of ['12', '1e3', 'true', 'No']) refuse(yaml, name, bad, /something else/);
    refuse(`${yaml}\n  : [`, name, 'Title', /syntax errors/);
    refuse(yaml, at(yaml, 'The name'), 'Title', /Only names/);
    refuse(json.replace('"Ref": "Name"', '"Ref": "\\u004eame"'), at(json, '"Name"') + 2, 'Title', /escapes/);
  });

  it('rename to the same name changes nothing', () => {
    const edits = renameEdits(read(yaml), at(yaml, '!Ref Name') + 5, 'Name');
    assert.ok(edits.ok && edits.value.length === 0);
  });
});
