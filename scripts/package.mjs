// npm run package: builds and packs defender-connectors-<version>.vsix, and refuses any file in it that is not needed to run.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
const vsix = `${manifest.name}-${manifest.version}.vsix`;

const allowed = [
  /^(package\.(nls\.)?json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/([\w-]+\.js|shared\/[\w-]+\.js|THIRD-PARTY-NOTICES\.txt)$/,
  /^dist\/webview\/[\w-]+\.(js|css)$/,
  /^media\/[\w./-]+\.(svg|png)$/,
];
const programs = ['dist/extension.js', 'dist/server.js', 'dist/cli.js', 'dist/THIRD-PARTY-NOTICES.txt'];
const referenced = [...JSON.stringify([manifest.icon, manifest.contributes]).matchAll(/"(?:\.\/)?((?:schemas|media)\/[^"*]+)"/g)].map(([, file]) => file);
const required = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', ...programs, ...referenced];

run(process.execPath, join(root, 'esbuild.mjs'));
const files = run(process.execPath, vsce, 'ls', '--no-dependencies').split(/\r?\n/).filter(Boolean);
report('must not be in the package', files.filter((file) => !required.includes(file) && !allowed.some((pattern) => pattern.test(file))));
report('is missing from the package', required.filter((file) => !files.includes(file)));
run(process.execPath, vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', vsix);
console.log(`${vsix} with ${files.length} files:\n${files.map((file) => `  ${file}`).join('\n')}`);

function run(file, ...args) {
  const { status, stdout, stderr } = spawnSync(file, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (status === 0) return stdout;
  console.error(stdout + stderr);
  process.exit(1);
}

function report(complaint, wrong) {
  if (wrong.length === 0) return;
  for (const file of wrong) console.error(`${file} ${complaint}.`);
  process.exit(1);
}
