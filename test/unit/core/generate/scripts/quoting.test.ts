import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { oneLine } from '../../../../../src/core/generate/scripts/one-line';
import { powershellQuote } from '../../../../../src/core/generate/scripts/powershell-quote';
import { shellQuote } from '../../../../../src/core/generate/scripts/shell-quote';
import { hostileTexts } from './hostile-texts';

const has = (program: string, ...args: readonly string[]) => spawnSync(program, args).status === 0;

describe('a quoted text', () => {
  it('is that text to bash, whatever is in it', function () {
    if (!has('bash', '--version')) this.skip();
    const texts = [...hostileTexts, ...fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), 300)].map((text) => text.replaceAll('\0', ''));
    const script = texts.map((text) => `printf '%s\\0' ${shellQuote(text)}`).join('\n');
    assert.equal(script.split('\n').length, texts.length, 'each is one line');
    const { stdout, stderr } = spawnSync('bash', ['-s'], { input: script, encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.deepEqual(stdout.split('\0').slice(0, -1), texts);
  });

  it('is that text to PowerShell', function () {
    if (!has('pwsh', '-v')) this.skip();
    const texts = [...hostileTexts, ...fc.sample(fc.string({ unit: 'grapheme', maxLength: 40 }), 100)];
    const script = `@(${texts.map(powershellQuote).join(', ')}) | ConvertTo-Json -Compress`;
    const { stdout } = spawnSync('pwsh', ['-NoProfile', '-Command', '-'], { input: script, encoding: 'utf8' });
    assert.deepEqual(JSON.parse(stdout), texts);
  });

  it('is one string of ASCII that nothing in it can end, to PowerShell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [, plain, escaped] = /^(?:'((?:[^']|'')*)'|\[regex\]::Unescape\('((?:[^']|'')*)'\))$/.exec(powershellQuote(text)) ?? assert.fail();
        assert.match(powershellQuote(text), /^[\x20-\x7e]*$/);
        const unescape = (quoted: string) => quoted.replace(/\\(?:u([0-9a-f]{4})|\\)/g, (_, hex?: string) => (hex === undefined ? '\\' : String.fromCharCode(parseInt(hex, 16))));
        const said = (plain ?? escaped ?? '').replaceAll("''", "'");
        assert.equal(plain === undefined ? unescape(said) : said, text);
      }),
    );
  });

  it('ends no comment', () => {
    for (const text of hostileTexts) assert.doesNotMatch(oneLine(text), /[\r\n\u0085\u2028\u2029]/);
  });
});
