// Builds what runs: dist/*.js and dist/shared/* for Node, dist/webview/* for the pages. `--dev` adds source maps, `--watch` builds
// on every change, `--tests` builds the host suite into out/test/host instead.
import { context, transform } from 'esbuild';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureGenerated } from './scripts/generated.mjs';
import { thirdPartyNotices } from './scripts/third-party-notices.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const flags = new Set(process.argv.slice(2));
const development = flags.has('--dev') || flags.has('--watch');

/** Programs: started by VS Code, by the client, by a shell. */
const programs = { extension: 'src/extension/main.ts', server: 'src/server/main.ts', cli: 'src/cli/main.ts' };

/**
 * Loaded on first use, as the server is by the command line: who imports one of these with import() finds it in a file of its own,
 * built once for all programs. What several of them need, such as the AWS SDK's core, stands once in dist/shared.
 */
const lazyChunks = {
  aws: 'src/adapters/aws/index.ts',
  s3: 'src/adapters/aws/s3/bucket-client.ts',
  azure: 'src/adapters/azure/index.ts',
  'azure-tokens': 'src/adapters/azure/tokens/index.ts',
  'azure-session': 'src/extension/azure/azure-chunk.ts',
  verification: 'src/adapters/aws/verification/index.ts',
  deployment: 'src/extension/deployment/deployment-chunk.ts',
  coverage: 'src/extension/coverage/coverage-chunk.ts',
  'azure-commands': 'src/extension/azure/connector-commands.ts',
  health: 'src/extension/health/health-chunk.ts',
  'verify-now': 'src/extension/health/verification-chunk.ts',
  deploying: 'src/extension/deployment/deployment-sessions.ts',
  'account-care': 'src/extension/deployment/account-care.ts',
  'stack-care': 'src/extension/deployment/stack-care.ts',
  journal: 'src/extension/deployment/journal-chunk.ts',
  explain: 'src/extension/explain/explain-chunk.ts',
  'language-client': 'src/extension/language/client-chunk.ts',
  'azure-import': 'src/extension/onboarding/import-from-azure.ts',
  wizard: 'src/extension/onboarding/wizard-chunk.ts',
  questions: 'src/extension/onboarding/questions/run-questions.ts',
};

ensureGenerated();
const builds = (flags.has('--tests') ? [hostTests()] : [...nodeBundles(), ...pages()]).filter(Boolean);
if (flags.has('--watch')) await watch();
else await buildOnce();

async function buildOnce() {
  const results = await Promise.all(builds.map(run));
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile.outputs));
  const notices = flags.has('--tests') ? [] : [noticesFor(results)];
  putInPlace([...results.flatMap(({ outputFiles }) => outputFiles), ...notices]);
  removeAllBut([...Object.keys(outputs), ...notices.map(({ path }) => relative(root, path).replaceAll('\\', '/'))]);
  printSizes(outputs);
}

function noticesFor(results) {
  const contents = thirdPartyNotices(root, results.map(({ metafile }) => metafile));
  return { path: join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), contents };
}

/** Written aside and moved over the old ones when all are there: a program that starts meanwhile never finds half a file, or none. */
function putInPlace(files) {
  mkdirSync(join(root, 'out'), { recursive: true });
  const aside = mkdtempSync(join(root, 'out', 'build-'));
  try {
    files.forEach(({ contents }, index) => writeFileSync(join(aside, String(index)), contents));
    files.forEach(({ path }, index) => {
      const written = join(aside, String(index));
      if (relative(root, path) === join('dist', 'cli.js')) chmodSync(written, 0o755);
      mkdirSync(dirname(path), { recursive: true });
      renameSync(written, path);
    });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** What an earlier build left must not reach the package. */
function removeAllBut(outputs) {
  const folder = flags.has('--tests') ? 'out/test/host' : 'dist';
  const present = existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true }) : [];
  for (const entry of present.filter((each) => each.isFile())) {
    const file = relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/');
    if (!outputs.includes(file)) rmSync(join(root, file));
  }
}

async function watch() {
  for (const options of builds) {
    const plugins = [...(options.plugins ?? []), { name: 'in-place', setup: (build) => build.onEnd(({ outputFiles }) => putInPlace(outputFiles ?? [])) }];
    await (await context({ ...options, plugins, write: false, logLevel: 'info' })).watch();
  }
}

async function run(options) {
  const build = await context({ ...options, write: false });
  try {
    return await build.rebuild();
  } catch {
    process.exit(1); // esbuild has printed the errors.
  } finally {
    await build.dispose();
  }
}

function nodeBundles() {
  const alone = Object.entries(programs).map(([name, source]) => ({
    ...forNode({ [name]: source }),
    format: 'cjs',
    supported: { 'dynamic-import': false }, // import() of a chunk becomes require(): the extension host and Node take both
    banner: name === 'cli' ? { js: '#!/usr/bin/env node' } : {},
    plugins: [laterFiles({ ...lazyChunks, server: programs.server }), dataAsText(), editorAsItIs()],
  }));
  return [...alone, chunks()];
}

/** All at once, so that what they share is taken out of them. */
function chunks() {
  const options = forNode(lazyChunks);
  return {
    ...options,
    format: 'esm', // esbuild shares code between files of this format only
    splitting: true,
    chunkNames: 'shared/[name]-[hash]',
    sourcemap: options.sourcemap && 'inline',
    plugins: [laterFiles({ server: programs.server }), dataAsText(), editorAsItIs(), toCommonJs()],
  };
}

function forNode(entryPoints) {
  return { ...shared(), entryPoints, outdir: 'dist', platform: 'node', target: 'node20', external: ['vscode'], mainFields: ['module', 'main'] };
}

/** VS Code and Node load the chunks with require(). */
function toCommonJs() {
  const convert = async (file) => {
    const { code } = await transform(file.text, { format: 'cjs', platform: 'node', target: 'node20', minify: !development, supported: { 'dynamic-import': false }, sourcemap: development && 'inline' });
    return { path: file.path, contents: Buffer.from(code) };
  };
  return {
    name: 'to-common-js',
    setup: (build) => build.onEnd(async (result) => void (result.outputFiles = await Promise.all((result.outputFiles ?? []).map(convert)))),
  };
}

/** One page a folder: main.ts and style.css become <page>.js and <page>.css. */
function pages() {
  const folders = existsSync(join(root, 'webview')) ? readdirSync(join(root, 'webview'), { withFileTypes: true }) : [];
  const sources = folders
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [`webview/${name}/main.ts`, `webview/${name}/style.css`].map((source) => [name, source]))
    .filter(([, source]) => existsSync(join(root, source)));
  return sources.map(([name, source]) => ({
    ...shared(),
    entryPoints: { [name]: source },
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  }));
}

function hostTests() {
  const folder = join(root, 'test/host');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name === 'index.ts' || name.endsWith('.test.ts')) : [];
  if (files.length === 0) return undefined;
  return {
    ...shared(),
    minify: false,
    sourcemap: 'inline',
    entryPoints: files.map((name) => `test/host/${name}`),
    outdir: 'out/test/host',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
  };
}

function shared() {
  return { absWorkingDir: root, bundle: true, minify: !development, sourcemap: development && 'linked', metafile: true, logLevel: 'warning' };
}

/** Data goes in as a text to parse: V8 reads that faster than an object literal of the same size, which it would compile. */
function dataAsText() {
  return {
    name: 'data-as-text',
    setup(build) {
      build.onLoad({ filter: /[\\/]schemas[\\/].*\.json$/ }, ({ path }) => {
        const data = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
        return { contents: `export default JSON.parse(${JSON.stringify(data)});`, loader: 'js' };
      });
    },
  };
}

/**
 * A namespace import of what is no ES module becomes, in each file that has one, a copy of it with a getter for each of its hundreds
 * of names: with 60 files that was most of the time in which the extension is activated.
 */
function editorAsItIs() {
  const asNamespace = /^import \* as vscode from 'vscode';/m;
  return {
    name: 'editor-as-it-is',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/]extension[\\/].*\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(asNamespace, "import vscode = require('vscode');"),
        loader: 'ts',
      }));
      // VS Code looks up who asks each time that it is asked for.
      build.onResolve({ filter: /^vscode$/ }, ({ namespace }) => (namespace === 'once' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'once' }));
      build.onLoad({ filter: /.*/, namespace: 'once' }, () => ({ contents: "module.exports = require('vscode');" }));
    },
  };
}

/** Keeps what is loaded later out of the file that imports it with import(). */
function laterFiles(sources) {
  const files = new Map(Object.entries(sources).map(([name, source]) => [resolve(root, source), `./${name}.js`]));
  return {
    name: 'later-files',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === 'resolving' || kind !== 'dynamic-import') return undefined;
        const target = await build.resolve(path, { kind, importer, resolveDir, pluginData: 'resolving' });
        const file = files.get(target.path);
        return file ? { path: file, external: true } : undefined;
      });
    },
  };
}

function printSizes(outputs) {
  for (const [file, { bytes }] of Object.entries(outputs)) {
    if (!file.endsWith('.map')) console.log(`${(bytes / 1024).toFixed(1).padStart(8)} KiB  ${file}`);
  }
}
