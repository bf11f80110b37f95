import assert from 'node:assert/strict';
import { lint } from '../../../../src/core/lint/lint';

const letters = 'abcdefghij';
const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...letters.slice(1)]
  .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${letters[index]}`).join(', ')}]`)
  .join('\n')}\n`;

/** Files that no one means to write. */
const texts: Readonly<Record<string, string>> = {
  empty: '',
  'white space': ' \n\n',
  'a comment': '# nothing yet\n',
  binary: 'PK\u0003\u0004\0\0\0',
  '5 MB': 'a: 1\n'.repeat(1_000_000),
  'one line of 1 MB': `a: "${'x '.repeat(500_000)}"`,
  '100,000 keys': Array.from({ length: 100_000 }, (_, index) => `k${index}: 1`).join('\n'),
  'a cyclic alias': 'a: &x\n  b: *x\n',
  'an alias bomb': bomb,
  'a chain of aliases': `a0: &a0 [x]\n${Array.from({ length: 1_000 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}]`).join('\n')}`,
  '10,000 brackets': '['.repeat(10_000),
  '10,000 closed brackets': '['.repeat(10_000) + ']'.repeat(10_000),
  '10,000 maps': '{"a":'.repeat(10_000),
  '10,000 list items in each other': `${'- '.repeat(10_000)}x`,
  '10,000 explicit keys': `${'? '.repeat(10_000)}x`,
  '1,400 indented levels': Array.from({ length: 1_400 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
  'carriage returns': 'name: x\r\naccount:\r\n  id: 1\r\n',
  'old line ends': 'name: x\raccount:\r  id: 1\r',
  'mixed line ends': 'name: x\raccount:\n  id: 1\r\n\r',
  'a byte order mark': '\uFEFFname: x\n',
  tabs: 'account:\n\tid: "123456789012"\n',
  'duplicate keys': 'name: x\nname: y\n',
  'half a key': 'name: x\nacc',
  'half a string': 'name: "x\naccount: y\n',
  'half a list': 'regions: [us-east-1,\naccount:\n  id: x\n',
  'half a map in JSON': '{"name": "x", "account": {"id":',
  'lone surrogates': 'name: "\uD800"\naccount: \uDC00\n',
  'an unknown tag': 'name: !Foo x\naccount: !!binary eA==\n',
  'a template language': '{{ name }}: {{ value }}\n{% if x %}\n',
  'many quotes': '"'.repeat(10_000),
  'many commas': `[${','.repeat(10_000)}`,
  'many colons': ':'.repeat(100_000),
  'many line ends': '\n'.repeat(100_000),
};

describe('bad input', () => {
  for (const [name, text] of Object.entries(texts)) {
    for (const format of ['yaml', 'json'] as const) {
      it(`${name} as ${format} is read and checked without an exception, and soon`, function () {
        this.timeout(60_000);
        const started = process.cpuUsage();
        for (const { span } of lint(text, `x.connector.${format}`)) assertInside(span, text);
        assert.deepEqual(lint(text, `x.${format}`), [], 'a file that is not ours stays unspoken of');
        // Of the processor, which a busy machine gives less of at a time but takes no more. Quadratic work takes minutes on these files.
        const { user, system } = process.cpuUsage(started);
        assert.ok((user + system) / 1_000 < 8_000, `${(user + system) / 1_000} ms`);
      });
    }
  }

  it('says one thing about a file that is too long, binary or nested too deep', () => {
    for (const name of ['5 MB', 'binary', '10,000 brackets', '10,000 list items in each other']) {
      const found = lint(texts[name] ?? '', 'x.connector.yaml');
      assert.deepEqual(found.map(({ rule }) => rule), ['connector/syntax'], name);
    }
  });

  it('says how long a file that is too long is, without reading it', () => {
    assert.match(lint(texts['5 MB'] ?? '', 'x.connector.yaml')[0]?.message ?? '', /^This file has 5\.0 million characters/);
  });

  it('says that an empty connector file is empty', () => {
    for (const text of ['', ' \n', '# nothing yet\n', '---\n']) {
      assert.match(lint(text, 'x.connector.yaml')[0]?.message ?? '', /^This connector file is empty/, JSON.stringify(text));
    }
  });
});

function assertInside({ start, end }: { start: number; end: number }, text: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}..${end} of ${text.length}`);
}
