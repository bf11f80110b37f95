// Names every package whose code esbuild put into our programs and pages, with its licence text: their licences ask for it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of the notices for what esbuild's metafiles name as inputs. Throws for a package without any licence. */
export function thirdPartyNotices(root, metafiles) {
  const folders = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs)).flatMap(packageFolder));
  const namesByText = new Map();
  for (const folder of [...folders].sort()) {
    const { name, text } = notice(join(root, folder));
    namesByText.set(text, [...(namesByText.get(text) ?? []), name]);
  }
  const blocks = [...namesByText].map(([text, names]) => `${rule}\n${names.join('\n')}\n${rule}\n\n${text}\n`);
  return ['Defender Connectors contains code of these packages.\n', ...blocks].join('\n');
}

const rule = '-'.repeat(80);

/** `node_modules/a/node_modules/@b/c/x.js` lies in package folder `node_modules/a/node_modules/@b/c`. */
function packageFolder(input) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return found ? [found[1]] : [];
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|-|$)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8') : license;
  if (!text) throw new Error(`${name} ${version} states no licence, and its code would be in our programs.`);
  const extra = join(folder, 'NOTICE');
  const whole = existsSync(extra) ? `${text}\n${readFileSync(extra, 'utf8')}` : text;
  return { name: `${name} ${version} (${license ?? 'see below'})`, text: whole.trim() };
}
