import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rulePages } from './docs/rule-pages';

const target = join('docs', 'rules');
const pages = rulePages();

for (const [path, text] of pages) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}

// A page whose rule is gone goes too.
for (const file of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.md') && !pages.has(file.replaceAll('\\', '/'))) rmSync(join(target, file));
}

console.log(`Wrote ${pages.size} pages to ${target}.`);
