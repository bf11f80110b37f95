import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { withBar, type Row } from './rows';

const entryLimit = 120_000;
const pageLimit = 350_000;

/** Every file of the build; what is loaded late has to lie in files of its own. */
export function sizeRows(): readonly Row[] {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js')).sort();
  return files.map((name) => {
    const { size } = statSync(`dist/${name}`);
    const row: Row = { what: `dist/${name}`, value: `${(size / 1000).toFixed(1)} KB`, limit: '', verdict: '' };
    if (/^webview[\\/]/.test(name)) return withBar(row, 'a page is up to 350 KB', size <= pageLimit);
    return name === 'extension.js' ? entryRow(row, size) : row;
  });
}

function entryRow(row: Row, size: number): Row {
  const text = readFileSync('dist/extension.js', 'utf8');
  const alone = ['language-client.js', 'deployment.js'].every((chunk) => existsSync(`dist/${chunk}`) && text.includes(`./${chunk}`));
  return withBar(row, 'under 120 KB, client and AWS code in files of their own', size < entryLimit && alone);
}
