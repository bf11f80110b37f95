import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { rules } from '../../../../src/core/lint/rules';

export interface Seed {
  readonly text: string;
  readonly fileName: string;
  readonly format: 'yaml' | 'json';
}

/** Every fixture of the rules that is short enough to edit often, under a name that makes it the right kind of file. */
export const seeds: readonly Seed[] = rules.flatMap(({ id }) =>
  ['bad', 'good'].flatMap((name) =>
    (['yaml', 'json'] as const).flatMap((format) => {
      const path = `test/rules/${id}/${name}.${format}`;
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      return text.length === 0 || text.length > 15_000 ? [] : [{ text, format, fileName: id.startsWith('connector/') ? `x.connector.${format}` : `x.${format}` }];
    }),
  ),
);

/** What people type and paste, and what they do not. */
const scraps = fc.oneof(
  fc.constantFrom('', '\n', '\r\n', '\r', '\t', ' ', '  ', '    ', ':', ': ', '- ', ',', '"', "'", '[', ']', '{', '}', '#', ' # x', '&a ', '*a', '!Ref ', '!Sub ', '<<: ', '|\n', '---\n', '...\n', '% x\n', '*', '\\', '\uFEFF', '\uD800', '0', '-0', '1.', 'null', '~', 'true', '? ', '>\n', '|+\n', 'x'),
  fc.constantFrom('\n  Extra:\n    Type: AWS::SNS::Topic\n', '\nOutputs:\n  A:\n    Value: !GetAtt A.b\n', '\nResources:\n', '\n"A": 1,', '"A": {"Type": "AWS::SNS::Topic"},', '\n# defender-disable-next-line template/session-name\n', '# defender-disable-file template/role-audience\n', 'Metadata:\n  DefenderConnectors:\n    Disable: [template/session-name]\n'),
  fc.constantFrom('sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d', '${AWS::AccountId}', 'MicrosoftDefenderForClouds_', 'a: [b,\n  c]\n', 'text over\n    two lines'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

export interface Edit {
  readonly kind: 'replace' | 'copy word' | 'delete lines' | 'copy lines' | 'indent lines' | 'undo';
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

export const edits = (maxLength: number): fc.Arbitrary<readonly Edit[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom<Edit['kind']>('replace', 'replace', 'replace', 'copy word', 'copy word', 'delete lines', 'copy lines', 'indent lines', 'undo', 'undo'),
      at: fc.nat(15_000),
      length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(40), fc.nat(400)),
      text: scraps,
    }),
    { minLength: 1, maxLength },
  );

/** The text after each edit. Undo goes back to what stood before the last one. */
export function textsAfter(seed: string, all: readonly Edit[]): readonly string[] {
  const texts = [seed];
  for (const edit of all) texts.push(edit.kind === 'undo' ? (texts.at(-2) ?? seed) : after(texts.at(-1) ?? seed, edit));
  return texts;
}

function after(text: string, { kind, at, length, text: scrap }: Edit): string {
  const start = at % (text.length + 1);
  if (kind === 'replace') return text.slice(0, start) + scrap + text.slice(start + length);
  if (kind === 'copy word') return withCopiedWord(text, start, length);
  const lines = text.split('\n');
  const first = at % lines.length;
  const count = 1 + (length % 6);
  const chosen = lines.slice(first, first + count);
  if (kind === 'copy lines') lines.splice(first, 0, ...chosen);
  else if (kind === 'delete lines') lines.splice(first, count);
  else lines.splice(first, count, ...chosen.map((line) => (length % 2 ? line.replace(/^ {1,2}/, '') : `  ${line}`)));
  return lines.join('\n');
}

/** One name for another: what refers to it, and what it refers to, is another thing now. */
function withCopiedWord(text: string, at: number, other: number): string {
  const words = [...text.matchAll(/[\w:./-]+/g)];
  const target = words.find(({ index }) => index >= at);
  const source = words[(other * 31) % Math.max(1, words.length)];
  return target && source ? text.slice(0, target.index) + source[0] + text.slice(target.index + target[0].length) : text;
}
