import { parseArgs } from 'node:util';
import { BuildError } from '../build';
import { SetupError, toUserText } from '../../tools/host/setup-error';
import { isSuiteName, suiteNames, suites, type SuiteName, type SuiteOptions } from './suites';
import { add, nothing, someRan, toText, type Totals } from './totals';

void main();

async function main(): Promise<void> {
  const { names, options } = readArguments();
  const lines: string[] = [];
  let all = nothing;
  for (const name of names) {
    const started = Date.now();
    console.log(`\n── ${name} ──`);
    const totals = await runSuite(name, options);
    lines.push(summaryLine(name, totals, Date.now() - started));
    all = add(all, totals);
  }
  console.log(`\n${lines.join('\n')}\n`);
  console.log(toText(all));
  process.exitCode = all.failed > 0 ? 1 : 0;
}

async function runSuite(name: SuiteName, options: SuiteOptions): Promise<Totals> {
  const { prepare, needsVsCode, run } = suites[name];
  try {
    prepare(options);
    return someRan(await run(options));
  } catch (error) {
    const maySkip = error instanceof SetupError && !(needsVsCode && process.env['CI'] === 'true');
    console.log(`The ${name} suite could not run${maySkip ? ' and is skipped' : ''}. ${error instanceof BuildError ? error.message : toUserText(error)}`);
    return maySkip ? { ...nothing, skipped: 1 } : { ...nothing, failed: 1 };
  }
}

const summaryLine = (name: string, { passed, failed, skipped }: Totals, ms: number): string =>
  `${name.padEnd(8)} passed ${passed}, failed ${failed}, skipped ${skipped} (${(ms / 1000).toFixed(1)} s)`;

function readArguments(): { readonly names: readonly SuiteName[]; readonly options: SuiteOptions } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { desktop: { type: 'boolean', default: false }, grep: { type: 'string' } },
    });
    const { desktop, grep } = values;
    return { names: toSuiteNames(positionals), options: grep === undefined ? { desktop } : { desktop, grep } };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nUsage: npm test -- [${suiteNames.join('] [')}] [--grep text] [--desktop]`);
    process.exit(2);
  }
}

function toSuiteNames(words: readonly string[]): readonly SuiteName[] {
  const unknown = words.find((word) => !isSuiteName(word));
  if (unknown) throw new Error(`There is no suite "${unknown}".`);
  return words.length ? suiteNames.filter((name) => words.includes(name)) : suiteNames;
}
