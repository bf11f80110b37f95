import assert from 'node:assert/strict';
import type { Located } from '../../../../src/core/document/located';
import { readDocument } from '../../../../src/core/document/read-document';
import { toPlain } from '../../../../src/core/document/to-plain';
import { valueAt } from '../../../../src/core/document/value-at';

const yaml = (text: string) => readDocument(text, 'yaml');
const json = (text: string) => readDocument(text, 'json');
const plain = (document: ReturnType<typeof yaml>) => document.root && toPlain(document.root);
const written = (text: string, node: Located | undefined) => node && text.slice(node.span.start, node.span.end);
const messages = (document: ReturnType<typeof yaml>) => document.syntaxErrors.map(({ message }) => message);

describe('reading YAML', () => {
  it('gives each value its place, quotes included, line ends and byte order mark counted', () => {
    const text = '\uFEFFname: x\r\naccount:\r\n  id: "012345678901" # ours\r\n  excluded: [\'1\', 2]\r\n';
    const { root, syntaxErrors } = yaml(text);
    assert.deepEqual(syntaxErrors, []);
    assert.equal(written(text, valueAt(root, 'account', 'id')), '"012345678901"');
    assert.equal(written(text, valueAt(root, 'account', 'excluded', 0)), "'1'");
    assert.equal(written(text, valueAt(root, 'account')), 'id: "012345678901" # ours\r\n  excluded: [\'1\', 2]');
    assert.deepEqual(plain(yaml(text)), { name: 'x', account: { id: '012345678901', excluded: ['1', 2] } });
  });

  it('knows how a scalar is written', () => {
    const { root } = yaml('a: x\nb: "x"\nc: \'x\'\nd: |\n  x\n');
    const styles = root?.kind === 'map' ? root.entries.map(({ value }) => value.kind === 'scalar' && value.style) : [];
    assert.deepEqual(styles, ['plain', 'double', 'single', 'block']);
  });

  it('puts an absent value behind the colon', () => {
    const { root } = yaml('a:\nb: 1\n');
    const value = valueAt(root, 'a');
    assert.deepEqual([value && toPlain(value), value?.span.start, value?.span.end], [null, 2, 2]);
  });

  it("reads CloudFormation's short tags as their long form, the key standing at the tag", () => {
    const text = 'a: !Ref X\nb: !GetAtt A.b.c\nc: !Sub "${X}-y"\nd: !If [isX, !Ref A, !Ref "AWS::NoValue"]\ne: !Condition C\nf: !Equals\n  - !Select [0, !Split [",", x]]\n  - y\n';
    const { root, syntaxErrors } = yaml(text);
    assert.deepEqual(syntaxErrors, []);
    assert.deepEqual(root && toPlain(root), {
      a: { Ref: 'X' },
      b: { 'Fn::GetAtt': ['A', 'b.c'] },
      c: { 'Fn::Sub': '${X}-y' },
      d: { 'Fn::If': ['isX', { Ref: 'A' }, { Ref: 'AWS::NoValue' }] },
      e: { Condition: 'C' },
      f: { 'Fn::Equals': [{ 'Fn::Select': [0, { 'Fn::Split': [',', 'x'] }] }, 'y'] },
    });
    const call = valueAt(root, 'a');
    assert.equal(call?.kind === 'map' && written(text, call.entries[0]?.key), '!Ref');
    assert.equal(written(text, call), '!Ref X');
    assert.equal(written(text, valueAt(root, 'b', 'Fn::GetAtt', 1)), 'b.c');
  });

  it('follows aliases and merge keys', () => {
    const text = 'base: &base { a: 1, b: 2 }\nx: { <<: *base, b: 3 }\ny: *base\n';
    assert.deepEqual(plain(yaml(text)), { base: { a: 1, b: 2 }, x: { b: 3, a: 1 }, y: { a: 1, b: 2 } });
  });

  it('tells an alias without anchor, and one inside its own', () => {
    assert.match(messages(yaml('a: *b\n'))[0] ?? '', /Alias \*b has no anchor/);
    assert.match(messages(yaml('a: &b [*b]\n'))[0] ?? '', /inside its own anchor/);
  });

  it('tells each key that stands twice at its second place', () => {
    const document = yaml('a: 1\nb: 2\na: 3\n');
    assert.deepEqual(document.syntaxErrors, [
      { message: 'Key a stands twice in the same map. Keep one of them.', span: { start: 10, end: 11 } },
    ]);
  });

  it('tells a second document and reads the first', () => {
    const document = yaml('a: 1\n---\nb: 2\n');
    assert.deepEqual(plain(document), { a: 1 });
    assert.match(messages(document)[0] ?? '', /second document/);
  });

  it('reads what stands before and behind a mistake', () => {
    const document = yaml('name: x\nregions: [a, b\nazure:\n  tenant: t\n');
    assert.ok(document.syntaxErrors.length > 0);
    assert.equal(written('name: x', valueAt(document.root, 'name')), 'x');
  });
});

describe('reading JSON', () => {
  it('takes the wrong bracket for the right one where nothing else can be closed', () => {
    const document = json('[1, 2}');
    assert.deepEqual(plain(document), [1, 2]);
    assert.deepEqual(messages(document), ['The [ opened here is never closed. Add ].', '} does not close anything here. Write ].']);
  });

  it('gives each value its place', () => {
    const text = '{ "a": [1, "x\\n", true, null, -1.5e3], "b": {} }';
    const { root, syntaxErrors } = json(text);
    assert.deepEqual(syntaxErrors, []);
    assert.deepEqual(root && toPlain(root), { a: [1, 'x\n', true, null, -1500], b: {} });
    assert.equal(written(text, valueAt(root, 'a', 1)), '"x\\n"');
    assert.equal(written(text, valueAt(root, 'b')), '{}');
  });

  it('keeps a key that JavaScript would take for a prototype', () => {
    assert.equal(JSON.stringify(plain(json('{"__proto__":{"a":1}}'))), '{"__proto__":{"a":1}}');
  });

  for (const [text, message, place, value] of [
    ['{"a": 1,}', 'Nothing follows this comma. Remove it.', ',', { a: 1 }],
    ['{"a": 1 "b": 2}', 'A comma is missing before this.', '"b"', { a: 1, b: 2 }],
    ['{"a" 1}', 'Key a needs a colon and a value.', '"a"', { a: 1 }],
    ['{"a" }', 'Key a needs a colon and a value.', '"a"', { a: null }],
    ['{"a": }', 'Key a has no value.', '"a"', { a: null }],
    ['{"a": [1, 2}', 'The [ opened here is never closed. Add ].', '[', { a: [1, 2] }],
    ['{"a": "x}\n', 'This string has no closing quote. Add ".', '"x}', { a: 'x}' }],
    ['{a: 1}', 'Key a needs double quotes.', 'a', { a: 1 }],
    ["{\"a\": 'x'}", "x is no JSON value. Put text in double quotes.", "'x'", { a: 'x' }],
    ['{"a": 012}', '012 is no JSON number. Put it in double quotes.', '012', { a: 12 }],
    ['{"a": 1} x', 'The file goes on behind the end of its value. Remove what follows.', 'x', { a: 1 }],
    ['{"a": 1, /* b */ "c": 2}', 'JSON has no comments. Remove this one.', '/* b */', { a: 1, c: 2 }],
    ['{"a": 1, "a": 2}', 'Key a stands twice in the same map. Keep one of them.', '"a"', { a: 2 }],
  ] as const) {
    it(`tells ${message}`, () => {
      const document = json(text);
      const [first] = document.syntaxErrors;
      assert.equal(first?.message, message);
      assert.equal(text.slice(first?.span.start, first?.span.end), place);
      assert.deepEqual(plain(document), value);
    });
  }
});
