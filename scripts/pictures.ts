import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The pictures that README and docs show, as the UI suite took them. */
const pictures = [
  'squiggle-dark', 'tree-dark', 'deployment-preview-dark',
  'wizard-account-dark', 'wizard-plans-dark', 'wizard-access-dark', 'wizard-review-dark',
];

const from = 'out/screenshots';
const to = 'docs/images';

mkdirSync(to, { recursive: true });
for (const name of pictures) {
  const taken = join(from, `${name}.png`);
  if (!existsSync(taken)) throw new Error(`${taken} is not there. Run npm run test:ui first.`);
  copyFileSync(taken, join(to, `${name}.png`));
}
console.log(`Copied ${pictures.length} pictures to ${to}.`);
