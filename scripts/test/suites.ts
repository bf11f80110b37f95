import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from '../../tools/host/chromium';
import { installHost } from '../../tools/host/install';
import { root } from '../../tools/host/root';
import { build } from '../build';
import { runHostSuite } from './host-suite';
import { runMochaSuite } from './mocha-suite';
import { add, type Totals } from './totals';

export interface SuiteOptions {
  readonly grep?: string;
  /** The host suite in a downloaded desktop VS Code instead of tools/host. */
  readonly desktop: boolean;
}

interface Suite {
  readonly needsVsCode: boolean;
  /** Readies the machine. Throws a SetupError where this machine cannot run the suite. */
  prepare(options: SuiteOptions): void;
  run(options: SuiteOptions): Promise<Totals>;
}

const ruleTests = 'test/unit/core/lint/rules.test.ts';

export const suites = {
  unit: inNode((grep) => runMochaSuite({ files: 'test/unit/**/*.test.ts', ignore: ruleTests }, grep)),
  rules: inNode((grep) => runMochaSuite({ files: ruleTests }, grep)),
  // NIGHTLY=true bends many more files, shared among all processors; FUZZ_RUNS=<number> as many as one likes; FUZZ_SEED=<number> repeats a run.
  fuzz: inNode((grep) => runMochaSuite({ files: 'test/fuzz/**/*.test.ts', timeoutMs: 60_000 }, grep)),
  sandbox: inNode((grep) => runMochaSuite({ files: 'test/sandbox/**/*.test.ts', timeoutMs: 60_000, parallel: true }, grep)),
  contract: inNode((grep) => runMochaSuite({ files: 'test/contract/**/*.test.ts', timeoutMs: 60_000 }, grep)),
  peers: inNode((grep) => runMochaSuite({ files: 'test/peers/**/*.test.ts', timeoutMs: 180_000 }, grep)),
  host: {
    needsVsCode: true,
    prepare({ desktop }) {
      if (!desktop) prepareVsCode();
      build();
      build('--tests');
    },
    run: ({ desktop, grep }) => runHostSuite({ desktop, grep }),
  },
  ui: {
    needsVsCode: true,
    prepare() {
      prepareVsCode();
      build();
      clearFailurePictures();
    },
    run: runUiSuite,
  },
} as const satisfies Record<string, Suite>;

export type SuiteName = keyof typeof suites;

/** In the order of their cost, so that a mistake shows early. */
export const suiteNames: readonly SuiteName[] = ['unit', 'rules', 'contract', 'fuzz', 'sandbox', 'peers', 'host', 'ui'];

export const isSuiteName = (name: string): name is SuiteName => name in suites;

function inNode(run: (grep?: string) => Promise<Totals>): Suite {
  return { needsVsCode: false, prepare: () => {}, run: ({ grep }) => run(grep) };
}

/** A browser on a busy machine drops a key press now and then. */
export const inBrowser = { hooks: 'test/ui/driver/hooks.ts', timeoutMs: 60_000, retries: 1 } as const;

/** What is measured runs after all else, alone. */
async function runUiSuite({ grep }: SuiteOptions): Promise<Totals> {
  const behaviour = await runMochaSuite({ ...inBrowser, files: 'test/ui/*.test.ts', parallel: true }, grep);
  const speed = await runMochaSuite({ ...inBrowser, files: 'test/ui/speed/*.test.ts' }, grep);
  return add(behaviour, speed);
}

function clearFailurePictures(): void {
  const folder = join(root, 'out', 'screenshots');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((each) => each.startsWith('failed-'))) rmSync(join(folder, name));
}

function prepareVsCode(): void {
  installHost(console.log);
  ensureChromium(console.log);
}
