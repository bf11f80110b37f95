import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runMochaSuite } from './test/mocha-suite';
import { inBrowser, suites } from './test/suites';

/** The pictures that README and docs show, by the UI tests that take them. */
const pictures: Readonly<Record<string, readonly string[]>> = {
  language: ['squiggle-dark'],
  tree: ['tree-dark'],
  deployment: ['deployment-preview-dark'],
  wizard: ['wizard-account-dark', 'wizard-plans-dark', 'wizard-access-dark', 'wizard-review-dark'],
};

const from = 'out/screenshots';
const to = 'docs/images';

void main();

/** Takes them anew and copies them. */
async function main(): Promise<void> {
  suites.ui.prepare();
  const { failed } = await runMochaSuite({ ...inBrowser, files: `test/ui/{${Object.keys(pictures).join(',')}}.test.ts` });
  if (failed > 0) throw new Error('Tests failed: the pictures are left as they are.');
  const names = Object.values(pictures).flat();
  mkdirSync(to, { recursive: true });
  for (const name of names) copyFileSync(join(from, `${name}.png`), join(to, `${name}.png`));
  console.log(`Renewed ${names.length} pictures in ${to}.`);
}
